import type { Entity, Statement } from '../../statements/index.ts'
import type { Report } from '../report.ts'
import type { SourceItem } from '../source.ts'

/**
 * Brings what several files say together: each entity with all its statements, sorted by IRI, so that the order of
 * files does not matter. The same claim in two files is a problem: its references belong in one place.
 */
export function mergeItems(items: readonly SourceItem[], report: Report): Entity[] {
  const entities = new Map<string, Entity>()
  const loose: Statement[] = []
  for (const item of items) {
    if (item.kind === 'entity') entities.set(item.entity.iri, item.entity)
    else if (item.kind === 'statement') loose.push(item.statement)
    else report[item.problem.severity](item.problem.origin, item.problem.message)
  }
  const bySubject = groupBySubject(loose)
  const merged = [...entities.values()].map((entity) => {
    const statements = [...entity.statements, ...(bySubject.get(entity.iri) ?? [])]
    reportRepeated(statements, report)
    return { ...entity, statements: statements.sort(compareStatements) }
  })
  return merged.sort((a, b) => compareText(a.iri, b.iri))
}

function reportRepeated(statements: readonly Statement[], report: Report): void {
  const first = new Map<string, Statement>()
  for (const statement of statements) {
    const known = first.get(statement.id)
    if (!known) first.set(statement.id, statement)
    else if (statement.origin && known.origin && statement.origin.file !== known.origin.file) {
      const { file, line } = known.origin
      report.error(
        statement.origin,
        `${file}:${line} makes the same statement; keep one, with both references in its from list`,
      )
    }
  }
}

const compareStatements = (a: Statement, b: Statement): number =>
  compareText(a.mainSnak.property, b.mainSnak.property) || compareText(a.id, b.id)

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function groupBySubject(statements: readonly Statement[]): Map<string, Statement[]> {
  const groups = new Map<string, Statement[]>()
  for (const statement of statements) {
    const group = groups.get(statement.subject)
    if (group) group.push(statement)
    else groups.set(statement.subject, [statement])
  }
  return groups
}
