import type { Readable } from 'node:stream'
import type { Statement } from '../../statements/index.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../parsed.ts'
import { parseCell } from './cell.ts'
import type { Cell } from './cell.ts'
import { readRows } from './read-rows.ts'
import type { Row } from './read-rows.ts'
import { readRowStatements } from './row-statements.ts'
import { createKeys } from './row-keys.ts'
import type { TableContext } from './table-context.ts'
import type { Table } from './table.ts'

/** Reads the statements of a table, row by row. */
export async function* readTableStatements(
  input: Readable,
  table: Table,
  context: TableContext & { readonly file: string },
): AsyncGenerator<Statement> {
  const { dialect } = table
  const { report } = context
  const keys = createKeys(table.primaryKey, report)
  let header = dialect.headerRowCount
  let number = 0
  for await (const row of readRows(input, { file: context.file, dialect, report })) {
    if (header > 0) {
      if (header === dialect.headerRowCount && !checkHeader(row, table, context)) return
      header -= 1
      continue
    }
    if (report.isFull) return
    number += 1
    const cells = readCells(row, table, context)
    if (!cells) continue
    const variables = rowVariables(cells, row, number)
    if (!keys.isNewRow(cells, row) || table.suppressOutput) continue
    for (const statement of readRowStatements(cells, variables, context))
      if (keys.isNewStatement(statement)) yield statement
  }
  if (header === dialect.headerRowCount && header > 0 && report.problems.length === 0)
    report.error(
      { file: context.file, line: 1, column: 1 },
      'The file is empty; expected a header row',
    )
}

/** Tells whether the header names the columns that the metadata describe, in their order. */
function checkHeader(row: Row, { columns }: Table, { report }: TableContext): boolean {
  const described = columns.filter(({ virtual }) => !virtual)
  let fits = true
  const fail = (index: number, message: string) => {
    report.error(row.place(index), message)
    fits = false
  }
  for (const [index, cell] of row.cells.entries()) {
    const column = described[index]
    const known = described.flatMap(({ titles }) => titles)
    if (!column) fail(index, `The metadata have no column ${quote(cell)}${didYouMean(cell, known)}`)
    else if (!column.titles.includes(cell.trim())) {
      const expected = column.titles.map(quote).join(' or ')
      fail(index, `The column ${index + 1} is called ${quote(cell)}; the metadata say ${expected}`)
    }
  }
  const missing = described.slice(row.cells.length)
  for (const { name } of missing) fail(row.cells.length, `The column ${quote(name)} is missing`)
  return fits
}

/** Parses the cells of a row; undefined where one was wrong. Virtual columns have cells without text. */
function readCells(row: Row, { columns }: Table, { report }: TableContext): Cell[] | undefined {
  const expected = columns.filter(({ virtual }) => !virtual).length
  const found = row.cells.length
  if (found !== expected) {
    const place = row.place(Math.min(found, expected))
    report.error(place, `Expected ${expected} cells in the row, found ${found}`)
    return undefined
  }
  const cells = columns.map((column, index) => {
    const origin = row.place(column.virtual ? 0 : index)
    return parseCell(column.virtual ? '' : (row.cells[index] ?? ''), column, { origin, report })
  })
  return cells.every((cell) => cell !== undefined) ? cells : undefined
}

/** The values of a row that templates can name; columns without a value leave their part empty. */
function rowVariables(cells: readonly Cell[], row: Row, number: number): Map<string, string> {
  const named = cells
    .filter(({ texts }) => texts.length > 0)
    .map(({ column, texts }) => [column.name, texts.join(',')] as const)
  return new Map([...named, ['_row', String(number)], ['_sourceRow', String(row.place(0).line)]])
}
