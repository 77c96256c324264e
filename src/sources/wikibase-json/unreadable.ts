/** Tells that a part of an entity cannot be read, and why: what was found and what was expected. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

const LONGEST = 60

/** Writes what was found, shortened. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = typeof value === 'object' && value !== null ? describe(value) : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

const describe = (value: object): string =>
  Array.isArray(value) ? `a list of ${value.length}` : `an object with ${keysOf(value)}`

function keysOf(value: object): string {
  const keys = Object.keys(value)
  return keys.length === 0 ? 'no keys' : `the keys ${keys.slice(0, 5).join(', ')}`
}

/** Fails with what was expected and what was found. */
export function unexpected(expected: string, found: unknown): never {
  throw new Unreadable(`expected ${expected}, found ${show(found)}`)
}
