import { isAscii, isUtf8 } from 'node:buffer'

/** Text, or where it stops being UTF-8 (an index from 0). */
export type DecodedText = { readonly text: string } | { readonly invalidAt: number }

/** Decodes UTF-8, without a byte order mark. */
export function decodeText(bytes: Buffer): DecodedText {
  // Dumps are ASCII: what is not, they escape. Such strings take one byte for each character.
  if (isAscii(bytes)) return { text: bytes.toString('latin1') }
  if (!isUtf8(bytes)) return { invalidAt: bytes.toString('utf8').indexOf('\ufffd') }
  const text = bytes.toString('utf8')
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text }
}
