/** What reading a text gave: a value, or what is wrong with the text. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string }

/** The outcome of a text that was understood. */
export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value })

/** The outcome of a text that was not. */
export const unparsed = (problem: string): Parsed<never> => ({ ok: false, problem })

/** Shortens a text for a message. */
export const quote = (text: string): string =>
  JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
