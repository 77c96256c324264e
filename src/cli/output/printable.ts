import { makeVisible } from '../../errors.ts'

/** Shows control characters of a text, so that a terminal does not obey them; lines and tabs stay. */
export const printable = (text: string): string =>
  makeVisible(text.replaceAll('\r\n', '\n'), '\n\t')
