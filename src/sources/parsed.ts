/** What reading a text gave: a value, or what is wrong with the text. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string }

/** The outcome of a text that was understood. */
export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value })

/** The outcome of a text that was not. */
export const unparsed = (problem: string): Parsed<never> => ({ ok: false, problem })

/** Control characters that JSON leaves as they are, and those that turn the direction of what a terminal shows. */
const hidden = /[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** Shortens a text for a message, puts it in quotes and escapes what a terminal would not show. */
export const quote = (text: string): string =>
  JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text).replace(
    hidden,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
