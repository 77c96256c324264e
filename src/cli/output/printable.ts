/** Control characters, of which terminals make commands, and characters that reorder the text around them. */
const unsafe =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** Shows control characters of a text as escapes such as `\u001B`, so that a terminal does not obey them. */
export const printable = (text: string): string =>
  text.replace(
    unsafe,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  )

/** Shows a text on one line. */
export const printableLine = (text: string): string =>
  printable(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t')
