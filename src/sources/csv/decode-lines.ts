import { isUtf8 } from 'node:buffer'
import { decodeText } from '../read-text.ts'
import type { Report } from '../report.ts'

/** The longest line that is read, 1 MB. */
export const longestLine = 1024 * 1024

/**
 * Decodes UTF-8 in whole lines, without a byte order mark. Ends, and reports where, at bytes that are not UTF-8 or a
 * line that is too long; memory is bounded by the longest line and one chunk.
 */
export async function* decodeLines(
  input: AsyncIterable<Buffer | string>,
  file: string,
  report: Report,
): AsyncGenerator<string> {
  let rest = Buffer.alloc(0)
  let line = 1
  const decode = (bytes: Buffer): string | undefined => {
    if (!isUtf8(bytes)) {
      reportBad(bytes, { file, line }, report)
      return undefined
    }
    const text = bytes.toString('utf8')
    return line === 1 ? text.replace(/^\ufeff/, '') : text
  }
  for await (const chunk of input) {
    const bytes = Buffer.concat([rest, typeof chunk === 'string' ? Buffer.from(chunk) : chunk])
    const end = bytes.lastIndexOf(0x0a) + 1
    rest = bytes.subarray(end)
    const text = decode(bytes.subarray(0, end))
    if (text === undefined) return
    line += countLines(bytes.subarray(0, end))
    if (rest.length > longestLine) {
      report.error(
        { file, line, column: 1 },
        'The line is longer than 1 MB; is a line end missing?',
      )
      return
    }
    yield text
  }
  const text = decode(rest)
  if (text !== undefined) yield text
}

function reportBad(bytes: Buffer, start: { file: string; line: number }, report: Report): void {
  const read = decodeText(bytes, start.file)
  if ('text' in read) return
  const { origin } = read.problem
  const byte = /\(0x..\)/.exec(read.problem.message)?.[0] ?? ''
  report.error(
    { ...origin, line: origin.line + start.line - 1 },
    `A byte ${byte} is not UTF-8: save the file as UTF-8`,
  )
}

function countLines(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) lines += 1
  return lines
}
