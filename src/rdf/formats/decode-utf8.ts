import { isUtf8 } from 'node:buffer'
import { UsineError } from '../../errors.ts'

/**
 * Decodes chunks of UTF-8 without its byte order mark; what is not UTF-8 is an error, never a replacement character.
 * Text is passed on as it is.
 */
export async function* decodeUtf8(
  input: AsyncIterable<Uint8Array | string>,
  file: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let place: Place = { file, line: 1, column: 1, last: new Uint8Array() }
  let start = true
  for await (const chunk of input) {
    if (typeof chunk === 'string') {
      yield start ? chunk.replace(/^\uFEFF/, '') : chunk
    } else {
      const text = decode(() => decoder.decode(chunk, { stream: true }), chunk, place)
      place = advance(place, text, chunk)
      yield text
    }
    start = false
  }
  yield decode(() => decoder.decode(), new Uint8Array(), place)
}

/** Where a chunk begins. */
interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  /** The chunk before. */
  readonly last: Uint8Array
}

function advance({ file, line, column }: Place, text: string, chunk: Uint8Array): Place {
  const lines = countLines(chunk)
  const rest = text.length - text.lastIndexOf('\n')
  return {
    file,
    line: line + lines,
    column: lines === 0 ? column + text.length : rest,
    last: chunk,
  }
}

function decode(attempt: () => string, chunk: Uint8Array, place: Place): string {
  try {
    return attempt()
  } catch (cause) {
    const lines = Buffer.concat([incompleteEnd(place.last), chunk])
      .toString('latin1')
      .split('\n')
    const isBad = (text: string) => !isUtf8(Buffer.from(text, 'latin1'))
    const index = Math.max(0, lines.findIndex(isBad))
    const text = Buffer.from(lines[index] ?? '', 'latin1').toString('utf8')
    const before = Math.max(0, text.indexOf('\uFFFD'))
    const column = (index === 0 ? place.column : 1) + before
    const problem = 'this is not UTF-8; save the file in the encoding UTF-8'
    const details = { file: place.file, line: place.line + index, column, problem }
    throw new UsineError('ERR_SYNTAX', details, { cause })
  }
}

/** The bytes of a character that goes on in the next chunk. */
function incompleteEnd(chunk: Uint8Array): Uint8Array {
  const tail = chunk.subarray(-3)
  const lead = tail.findLastIndex((byte) => byte >= 0xc0)
  if (lead < 0) return new Uint8Array()
  return isUtf8(tail.subarray(lead)) ? new Uint8Array() : tail.subarray(lead)
}

function countLines(chunk: Uint8Array): number {
  let count = 0
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1
  return count
}
