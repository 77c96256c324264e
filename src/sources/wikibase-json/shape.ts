import { unexpected } from './unreadable.ts'

/** A JSON object. Its keys are whatever a file holds, so it is only read by keys that no prototype has. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Tells whether a JSON value is an object. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Takes a value that must be an object. */
export function toObject(value: unknown, expected: string): JsonObject {
  return isObject(value) ? value : unexpected(expected, value)
}

/**
 * Takes the entries of a value that must be a map: an object, nothing, or the `[]` that PHP writes for an empty one.
 *
 * @see https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
 */
export function toEntries(
  value: unknown,
  expected: string,
): readonly (readonly [string, unknown])[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value) && value.length === 0) return []
  return Object.entries(toObject(value, expected))
}

/** Takes a value that must be a list, or nothing. */
export function toList(value: unknown, expected: string): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? (value as unknown[]) : unexpected(expected, value)
}

const HALF_CHARACTER = /\p{Surrogate}/u

/** Takes a value that must be a text; one with half a character (a lone surrogate) is none that can be written. */
export function toText(value: unknown, expected: string): string {
  if (typeof value !== 'string') return unexpected(expected, value)
  return HALF_CHARACTER.test(value) ? unexpected(`${expected} of whole characters`, value) : value
}

/** Takes a value that must be an integer within a range. */
export function toInteger(value: unknown, [least, most]: readonly [number, number]): number {
  const isInteger = typeof value === 'number' && Number.isInteger(value)
  return isInteger && value >= least && value <= most
    ? value
    : unexpected(`an integer from ${least} to ${most}`, value)
}

/** Takes a value that must be a number within a range. */
export function toNumber(value: unknown, [least, most]: readonly [number, number]): number {
  return typeof value === 'number' && value >= least && value <= most
    ? value
    : unexpected(`a number from ${least} to ${most}`, value)
}
