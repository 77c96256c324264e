import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { CsvError, Parser } from 'csv-parse'
import type { Origin } from '../../statements/index.ts'
import { quote } from '../parsed.ts'
import type { Report } from '../report.ts'
import { cellOffset } from './cell-offset.ts'
import { decodeLines } from './decode-lines.ts'
import type { Dialect } from './dialect.ts'

/** A row of a CSV file, header rows included. */
export interface Row {
  /** Number among all rows, from 1. */
  readonly number: number
  readonly cells: readonly string[]
  /** The place of a cell, by its index; of the row's end for cells that are missing. */
  place(index: number): Origin
}

interface CsvRecord {
  readonly record: string[]
  readonly info: { readonly lines: number }
  readonly raw: string
}

/** The longest row that is read; a quote that is never closed would make a row of the rest of the file. */
const longestRow = 1024 * 1024

/**
 * Reads the rows of a CSV file one after another. Ends, and reports where, at quotes that are wrong or bytes that are
 * not UTF-8, after which it is not known where cells begin.
 *
 * @see https://www.w3.org/TR/tabular-data-model/#parsing
 */
export async function* readRows(
  input: Readable,
  { file, dialect, report }: { file: string; dialect: Dialect; report: Report },
): AsyncGenerator<Row> {
  const failure: { first?: CsvError; records?: number } = {}
  const parser = createParser(dialect, (error) => {
    failure.first ??= error
    failure.records ??= parser.info.records
  })
  const decoded = decodeLines(input as AsyncIterable<Buffer | string>, file, report)
  const lines = Readable.from(endWhen(() => failure.first !== undefined, decoded))
  lines.on('error', (error) => parser.destroy(error))
  lines.pipe(parser)
  let number = 0
  try {
    for await (const { record, info, raw } of parser as AsyncIterable<CsvRecord>) {
      if (number === failure.records) break
      number += 1
      if (number > dialect.skipRows)
        yield toRow(record, { number, raw, lastLine: info.lines, file, dialect })
    }
  } finally {
    lines.destroy()
  }
  if (failure.first) report.error(placeOf(failure.first, file), syntaxMessage(failure.first))
}

/** Ends the input at an error, after which the parser would only look for the end of the row. */
async function* endWhen(
  isOver: () => boolean,
  texts: AsyncIterable<string>,
): AsyncGenerator<string> {
  for await (const text of texts) {
    yield text
    if (isOver()) return
  }
}

/** The parser goes on after errors, so that rows before an error are not lost with it; the first one is what counts. */
const createParser = (
  { commentPrefix, delimiter, quoteChar, doubleQuote, ...more }: Dialect,
  onError: (error: CsvError) => void,
): Parser =>
  parse({
    ...(commentPrefix !== undefined && { comment: commentPrefix, comment_no_infix: true }),
    delimiter,
    escape: doubleQuote ? (quoteChar ?? '"') : '\\',
    info: true,
    ltrim: more.trim.start,
    max_record_size: longestRow,
    on_skip: (error) => {
      if (error) onError(error)
    },
    quote: quoteChar ?? false,
    raw: true,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    rtrim: more.trim.end,
    skip_empty_lines: more.skipBlankRows,
    skip_records_with_error: true,
  })

interface RawRow {
  readonly number: number
  readonly raw: string
  readonly lastLine: number
  readonly file: string
  readonly dialect: Dialect
}

function toRow(record: readonly string[], { number, raw, lastLine, file, dialect }: RawRow): Row {
  const place = (index: number): Origin => {
    const text = withoutComments(raw, dialect).replace(/\r?\n?$/, '')
    const before = text.slice(0, cellOffset(text, index + dialect.skipColumns, dialect))
    const line = lastLine - countEnds(text) + countEnds(before)
    return { file, line, column: before.length - before.lastIndexOf('\n') }
  }
  return { number, cells: record.slice(dialect.skipColumns), place }
}

/** Lines that the parser has skipped stand before the row. */
function withoutComments(raw: string, dialect: Dialect): string {
  const { commentPrefix, skipBlankRows } = dialect
  const isComment = commentPrefix !== undefined && raw.startsWith(commentPrefix)
  const isBlank = skipBlankRows && /^\r?\n/.test(raw)
  const end = raw.indexOf('\n')
  return (isComment || isBlank) && end !== -1 ? withoutComments(raw.slice(end + 1), dialect) : raw
}

const countEnds = (text: string): number => text.split('\n').length - 1

type Details = CsvError & Readonly<Partial<Record<'lines' | 'index' | 'raw', unknown>>>

function placeOf(error: Details, file: string): Origin {
  const line = typeof error.lines === 'number' ? error.lines : 1
  const raw = typeof error.raw === 'string' ? error.raw : ''
  const isEnd = error.code === 'CSV_QUOTE_NOT_CLOSED'
  const open = isEnd ? countEnds(raw.replace(/\r?\n$/, '')) : 0
  const lastLine = raw.slice(raw.lastIndexOf('\n') + 1)
  return { file, line: line - open, column: isEnd ? 1 : Math.max(1, lastLine.length) }
}

function syntaxMessage(error: Details): string {
  const cell = `cell ${Number(error.index ?? 0) + 1}`
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `A quote in the row that starts here is never closed (${cell})`
    case 'CSV_MAX_RECORD_SIZE':
      return `The row is longer than 1 MB; is a quote not closed (${cell})?`
    case 'CSV_INVALID_CLOSING_QUOTE':
      return `After the closing quote of ${cell} comes a delimiter; a quote inside is written twice`
    default:
      return error.message.startsWith('Invalid Opening Quote')
        ? `The quote in ${cell} is not at its start: put the whole cell in quotes and write the quote twice`
        : `Not CSV: ${quote(error.message)}`
  }
}
