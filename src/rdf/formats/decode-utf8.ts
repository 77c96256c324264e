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
  let line = 1
  let start = true
  let last: Uint8Array = new Uint8Array()
  for await (const chunk of input) {
    if (typeof chunk === 'string') {
      yield start ? chunk.replace(/^\uFEFF/, '') : chunk
    } else {
      yield decode(() => decoder.decode(chunk, { stream: true }), { file, line, last, chunk })
      line += countLines(chunk)
      last = chunk
    }
    start = false
  }
  yield decode(() => decoder.decode(), { file, line, last, chunk: new Uint8Array() })
}

interface Place {
  readonly file: string
  readonly line: number
  readonly last: Uint8Array
  readonly chunk: Uint8Array
}

function decode(attempt: () => string, { file, line, last, chunk }: Place): string {
  try {
    return attempt()
  } catch (cause) {
    const lines = Buffer.concat([incompleteEnd(last), chunk])
      .toString('latin1')
      .split('\n')
    const isBad = (text: string) => !isUtf8(Buffer.from(text, 'latin1'))
    const index = Math.max(0, lines.findIndex(isBad))
    const bytes = Buffer.from(lines[index] ?? '', 'latin1')
    const column = bytes.toString('utf8').indexOf('\uFFFD') + 1
    const problem = 'this is not UTF-8; save the file in the encoding UTF-8'
    const place = { file, line: line + index, column: Math.max(1, column) }
    throw new UsineError('ERR_SYNTAX', { ...place, problem }, { cause })
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
