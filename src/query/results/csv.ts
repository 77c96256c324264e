import type { Term } from '@rdfjs/types'
import type { Solutions } from '../query-engine.ts'

/**
 * Writes solutions as CSV: plain values, lines that end in CRLF. The format leaves no room to defuse values that
 * a spreadsheet takes for formulas; they are written as they are.
 *
 * @see https://www.w3.org/TR/sparql11-results-csv-tsv/#csv
 */
export async function* solutionsToCsv(solutions: Solutions): AsyncGenerator<string> {
  const { variables } = solutions
  yield toLine(variables.map(({ value }) => value))
  for await (const bindings of solutions) {
    yield toLine(variables.map((variable) => toText(bindings.get(variable))))
  }
}

const toLine = (fields: readonly string[]) => `${fields.map(quoteField).join(',')}\r\n`

/** @see https://www.rfc-editor.org/rfc/rfc4180#section-2 */
const quoteField = (field: string) =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field

function toText(term: Term | undefined): string {
  if (!term) return ''
  return term.termType === 'BlankNode' ? `_:${term.value}` : term.value
}
