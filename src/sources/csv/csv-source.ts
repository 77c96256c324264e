import { emptyIndex } from '../facts/facts-index.ts'
import { compareProblems, createReport } from '../report.ts'
import type { Source, SourceContext } from '../source.ts'
import { readMetadata, splitPath } from './read-metadata.ts'
import { readTableStatements } from './read-table.ts'
import type { TableContext } from './table-context.ts'
import { readTable } from './table.ts'

/**
 * Reads a series: a CSV file with CSVW metadata beside it. Statements are yielded while the file is read; all problems
 * come after them. Memory is bounded by one row and the keys of all rows.
 *
 * @see https://www.w3.org/TR/tabular-data-primer/
 */
export const csvSource: Source = {
  name: 'CSV series',
  extensions: ['.csv'],
  async *read(input, context) {
    const report = createReport()
    const metadata = await readMetadata(context, report)
    const tableContext = toTableContext(context, report)
    const table = metadata && readTable(metadata, tableContext)
    if (table && report.problems.length === 0) {
      for await (const statement of readTableStatements(input, table, tableContext))
        yield { kind: 'statement', statement }
    } else input.destroy()
    const problems = [...report.problems].sort(compareProblems)
    yield* problems.map((problem) => ({ kind: 'problem', problem }) as const)
  },
}

function toTableContext(
  context: SourceContext,
  report: TableContext['report'],
): TableContext & { readonly file: string } {
  const [fileName] = splitPath(context.file)
  const tableIri = new URL(encodeURIComponent(fileName), context.base).href
  return {
    ...context,
    index: context.index ?? emptyIndex,
    report,
    fileName,
    resolve: (iri) => (URL.canParse(iri, tableIri) ? new URL(iri, tableIri).href : iri),
  }
}
