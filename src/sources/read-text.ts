import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'
import type { Problem } from './source.ts'

/** The largest facts or metadata file that is read, 16 MB; series of any size belong in CSV files. */
export const largestText = 16 * 1024 * 1024

/** The text of a file, or why there is none. */
export type ReadText = { readonly text: string } | { readonly problem: Problem }

/** Reads a whole file as UTF-8, without a byte order mark. Reading stops at the size limit. */
export async function readText(
  input: Readable,
  file: string,
  limit: number = largestText,
): Promise<ReadText> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of input as AsyncIterable<Buffer | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    size += bytes.length
    if (size > limit) return { problem: tooLarge(file, limit) }
    chunks.push(bytes)
  }
  return decodeText(Buffer.concat(chunks), file)
}

/** Decodes UTF-8 without a byte order mark, and says where bytes are not UTF-8. */
export function decodeText(bytes: Buffer, file: string): ReadText {
  const offset = findInvalid(bytes)
  if (offset === undefined) return { text: bytes.toString('utf8').replace(/^\ufeff/, '') }
  const before = bytes.subarray(0, offset)
  const lineStart = before.lastIndexOf(0x0a) + 1
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  const origin = {
    file,
    line: before.reduce((lines, value) => lines + Number(value === 0x0a), 1),
    column: before.subarray(lineStart).toString('utf8').length + 1,
  }
  const message = `The byte at offset ${offset} (0x${byte}) is not UTF-8: save the file as UTF-8`
  return { problem: { severity: 'error', message, origin } }
}

function tooLarge(file: string, limit: number): Problem {
  const megabytes = limit / 1024 / 1024
  const message = `The file is larger than ${megabytes} MB: split it, or move its series to CSV files`
  return { severity: 'error', message, origin: { file, line: 1, column: 1 } }
}

/** Finds the first byte that is not UTF-8, by halves: a text is UTF-8 up to it. */
function findInvalid(bytes: Buffer): number | undefined {
  if (isUtf8(bytes)) return undefined
  let valid = 0
  let invalid = bytes.length
  while (invalid - valid > 1) {
    const middle = characterStart(bytes, Math.floor((valid + invalid) / 2), valid)
    if (middle === valid) break
    if (isUtf8(bytes.subarray(valid, middle))) valid = middle
    else invalid = middle
  }
  return validPrefix(bytes, valid, invalid)
}

/** Goes back to where the character that holds a byte starts, so that a cut is not in its middle. */
function characterStart(bytes: Buffer, at: number, from: number): number {
  for (let start = at; start > Math.max(from, at - 4); start -= 1)
    if (((bytes[start] ?? 0) & 0xc0) !== 0x80) return start
  return from
}

function validPrefix(bytes: Buffer, from: number, to: number): number {
  let at = from
  for (let length = 1; at + length <= to && length <= 4; length += 1) {
    if (!isUtf8(bytes.subarray(at, at + length))) continue
    at += length
    length = 0
  }
  return at
}
