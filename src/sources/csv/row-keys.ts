import type { Statement } from '../../statements/index.ts'
import { quote } from '../parsed.ts'
import type { Report } from '../report.ts'
import type { Cell } from './cell.ts'
import type { Row } from './read-rows.ts'

/** Remembers what a table has said, to find what it says twice. */
export interface RowKeys {
  /** Tells whether no row before had this primary key. */
  isNewRow(cells: readonly Cell[], row: Row): boolean
  /** Tells whether no row before made this statement. */
  isNewStatement(statement: Statement): boolean
}

/** Creates the memory of a table; it grows by one key and one statement id for each row. */
export function createKeys(primaryKey: readonly string[], report: Report): RowKeys {
  const rows = new Map<string, number>()
  const statements = new Map<string, number>()
  return {
    isNewRow(cells, row) {
      if (primaryKey.length === 0) return true
      const values = primaryKey.map(
        (name) => cells.find(({ column }) => column.name === name)?.texts,
      )
      const key = JSON.stringify(values)
      const [origin, first] = [row.place(0), rows.get(key)]
      if (first === undefined) rows.set(key, origin.line)
      else {
        const names = primaryKey.map(quote).join(' and ')
        report.error(origin, `The row has the same ${names} as line ${first}`)
      }
      return first === undefined
    },
    isNewStatement({ id, origin }) {
      const first = statements.get(id)
      if (first === undefined) statements.set(id, origin?.line ?? 0)
      else if (origin) report.error(origin, `This is said in line ${first} already`)
      return first === undefined
    },
  }
}
