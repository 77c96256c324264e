/** Bytes from one position to another, both included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * Parses a Range header for a body of a length: the range to send, `unfit` where no byte is in it, or undefined where
 * all is to be sent, as for several ranges, other units, and what cannot be read.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-range
 */
export function parseRange(
  header: string | undefined,
  length: number,
): ByteRange | 'unfit' | undefined {
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? '')
  if (!match) return undefined
  const [, first = '', last = ''] = match
  if (first === '') {
    if (last === '') return undefined
    const size = Math.min(Number(last), length)
    return size > 0 ? { start: length - size, end: length - 1 } : 'unfit'
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return undefined
  if (start >= length) return 'unfit'
  return { start, end: last === '' ? length - 1 : Math.min(Number(last), length - 1) }
}
