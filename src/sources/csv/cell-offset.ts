import type { Dialect } from './dialect.ts'

/** Finds where a cell starts in the text of its row, or the end of the row where there is no such cell. */
export function cellOffset(row: string, index: number, dialect: Dialect): number {
  const { delimiter, quoteChar } = dialect
  let cell = 0
  let quoted = false
  for (let at = 0; at < row.length; at += 1) {
    if (cell === index) return at
    if (row[at] === quoteChar && row[at - 1] !== (dialect.doubleQuote ? undefined : '\\')) {
      quoted = !quoted
    } else if (!quoted && row.startsWith(delimiter, at)) {
      cell += 1
      at += delimiter.length - 1
    }
  }
  return row.length
}
