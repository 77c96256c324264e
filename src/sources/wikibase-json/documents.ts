import { decodeText } from './decode-text.ts'
import { findJsonError } from './json-error.ts'
import type { Line } from './lines.ts'

/** A JSON text that was parsed, or why it could not be. Places count from 1. */
export type JsonDocument =
  | { readonly kind: 'json'; readonly value: unknown; readonly text: string; readonly line: number }
  | {
      readonly kind: 'invalid'
      readonly message: string
      readonly line: number
      readonly column: number
    }

/**
 * Reads the JSON texts of a file: of a dump or of JSON lines each line by itself, so that memory is bounded by a line
 * and a malformed one does no harm to the next; of any other file the whole.
 */
export async function* readDocuments(
  lines: AsyncIterable<Line>,
  limit: number,
): AsyncGenerator<JsonDocument> {
  const iterator = lines[Symbol.asyncIterator]()
  try {
    const { head, layout } = await readHead(iterator)
    const all = concatenate(head, iterator)
    if (layout === 'whole') yield await readWhole(all, limit)
    else yield* readLines(all)
  } finally {
    await iterator.return?.()
  }
}

/** More blank lines than any text begins with, so that a file of nothing else takes no memory. */
const MOST_BLANK_LINES = 1000

async function readHead(lines: AsyncIterator<Line>): Promise<{ head: Line[]; layout: Layout }> {
  const head: Line[] = []
  const contents: string[] = []
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
    head.push(next.value)
    const content = contentOf(next.value.bytes)
    if (content !== '') contents.push(content)
    else if (head.length > MOST_BLANK_LINES) return { head, layout: 'lines' }
    const layout = recognize(contents)
    if (layout !== 'undecided') return { head, layout }
  }
  return { head, layout: 'whole' }
}

type Layout = 'undecided' | 'lines' | 'whole'

/** Tells from the first lines that are not blank whether each line is a text of its own. */
function recognize([first, second]: readonly string[]): Layout {
  if (first === undefined) return 'undecided'
  if (first === '[') {
    if (second === undefined) return 'undecided'
    return second === '{' ? 'whole' : 'lines'
  }
  if (first.startsWith('[')) return first.endsWith(',') ? 'lines' : 'whole'
  return first.startsWith('{') && /.\},?$/.test(first) ? 'lines' : 'whole'
}

/** The beginning and end of a line are enough to recognize it. */
function contentOf(bytes: Buffer): string {
  const text =
    bytes.length > 200 ? Buffer.concat([bytes.subarray(0, 100), bytes.subarray(-100)]) : bytes
  return text
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim()
}

async function* concatenate(
  head: readonly Line[],
  rest: AsyncIterator<Line>,
): AsyncGenerator<Line> {
  yield* head
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

async function* readLines(lines: AsyncIterable<Line>): AsyncGenerator<JsonDocument> {
  for await (const line of lines) {
    if (line.isCut) {
      yield tooLong(line.number, line.bytes.length)
      continue
    }
    const decoded = decodeText(line.bytes)
    if ('invalidAt' in decoded) yield notUtf8(line.number, decoded.invalidAt + 1)
    else {
      const document = parseLine(decoded.text, line.number)
      if (document) yield document
    }
  }
}

/** Parses a line of a dump: brackets around the dump and the comma after an entity are not part of it. */
function parseLine(text: string, line: number): JsonDocument | undefined {
  const start = text.length - text.trimStart().length
  const content = text.trim()
  if (content === '' || content === '[' || content === ']') return undefined
  const opens = content.startsWith('[{') ? 1 : 0
  const end = content.endsWith(',') || content.endsWith('}]') ? content.length - 1 : content.length
  return parse(content.slice(opens, end), { line, column: start + opens + 1 })
}

async function readWhole(lines: AsyncIterable<Line>, limit: number): Promise<JsonDocument> {
  const parts: Buffer[] = []
  let length = 0
  for await (const { bytes, isCut, number } of lines) {
    length += bytes.length + 1
    if (isCut || length > limit) return tooLong(number, limit)
    if (number > 1) parts.push(LINE_FEED)
    if (bytes.length > 0) parts.push(bytes)
  }
  const bytes = Buffer.concat(parts)
  const decoded = decodeText(bytes)
  if ('invalidAt' in decoded) {
    const { line, column } = placeOf(bytes.toString('utf8'), decoded.invalidAt, {
      line: 1,
      column: 1,
    })
    return notUtf8(line, column)
  }
  return parse(decoded.text, { line: 1, column: 1 })
}

const LINE_FEED = Buffer.from('\n')

interface Place {
  readonly line: number
  readonly column: number
}

function parse(text: string, start: Place): JsonDocument {
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown, text, line: start.line }
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    const error = findJsonError(text) ?? { offset: 0, message: cause.message }
    const { line, column } = placeOf(text, error.offset, start)
    return { kind: 'invalid', message: `This is not JSON: ${error.message}`, line, column }
  }
}

/** Finds line and column of an offset in a text that starts at a place. */
export function placeOf(text: string, offset: number, start: Place): Place {
  const before = text.slice(0, offset)
  const lastBreak = before.lastIndexOf('\n')
  if (lastBreak < 0) return { line: start.line, column: start.column + offset }
  const breaks = before.split('\n').length - 1
  return { line: start.line + breaks, column: offset - lastBreak }
}

const tooLong = (line: number, limit: number): JsonDocument => ({
  kind: 'invalid',
  message: `This is longer than ${limit} bytes, the most that is read at once`,
  line,
  column: 1,
})

const notUtf8 = (line: number, column: number): JsonDocument => ({
  kind: 'invalid',
  message: 'This is not UTF-8: expected text in that encoding, found other bytes',
  line,
  column,
})
