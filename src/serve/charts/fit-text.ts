import { drawable } from './drawable.ts'

/** How wide the text of charts is, in units of the drawing; `.chart text` has this size. */
export const FONT_SIZE = 13

/** No label is drawn longer than this; tables beside charts have all of it. */
const MOST_CHARACTERS = 120

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u

/** Cuts a text to the width that there is, with an ellipsis; there is no DOM to measure it, so it is estimated. */
export function fitText(text: string, width: number): string {
  const characters = charactersOf(text)
  let used = 0
  let fits = 0
  for (const [index, character] of characters.entries()) {
    used += widthOfCharacter(character)
    if (used + FONT_SIZE <= width) fits = index + 1
    if (used > width) return `${characters.slice(0, fits).join('').trimEnd()}…`
  }
  return text.length > LONGEST ? `${characters.join('').trimEnd()}…` : characters.join('')
}

/** Estimates the width of a text in a chart. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of charactersOf(text)) width += widthOfCharacter(character)
  return width
}

function widthOfCharacter(character: string): number {
  if (/\p{M}/u.test(character)) return 0
  if (wide.test(character)) return FONT_SIZE
  if (/[\p{Lu}mw@%—]/u.test(character)) return FONT_SIZE * 0.76
  return /[\s.,:;'’|!ijlt()[\]-]/.test(character) ? FONT_SIZE * 0.4 : FONT_SIZE * 0.64
}

/** A character may be two units long. */
const LONGEST = MOST_CHARACTERS * 2

const charactersOf = (text: string): string[] =>
  Array.from(drawable(text.slice(0, LONGEST))).slice(0, MOST_CHARACTERS)
