import { messagesIn } from '../pages/messages/index.ts'

/** Descriptions name no more values than people listen to. */
const MOST_VALUES = 12

/** No name in a description is longer than this. */
const LONGEST_NAME = 200

/** Writes values one after the other, the first ones where there are many. */
export function listValues(values: readonly string[], language: string): string {
  const shown = values.slice(0, MOST_VALUES)
  const left = values.length - shown.length
  const { more } = messagesIn(language).charts
  return [...shown, ...(left > 0 ? [more(left)] : [])].join(', ')
}

/** Cuts a name for a description. */
export const shortName = (name: string): string =>
  name.length > LONGEST_NAME
    ? `${Array.from(name.slice(0, LONGEST_NAME)).slice(0, -1).join('')}…`
    : name
