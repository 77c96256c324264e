import { statementId } from '../../statements/index.ts'
import type { Reference, Snak, Statement } from '../../statements/index.ts'
import type { KnownEntity } from '../facts/facts-index.ts'
import { circaSnaks } from '../facts/statement.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../parsed.ts'
import type { Cell } from './cell.ts'
import { readRowReferences } from './row-references.ts'
import { readCellValues, toId } from './row-values.ts'
import type { TableContext } from './table-context.ts'
import type { Variables } from './uri-template.ts'

/** Makes the statements of a row: one for each value of its statement columns, all with its qualifiers and references. */
export function readRowStatements(
  cells: readonly Cell[],
  variables: Variables,
  context: TableContext,
): Statement[] {
  const qualifiers = readQualifiers(cells, variables, context)
  const references = readRowReferences(cells, variables, context)
  return cells.flatMap((cell) => {
    if (cell.column.role?.kind !== 'statement') return []
    const subject = findSubject(cell, variables, context)
    const values = readCellValues(cell, variables, context)
    if (!subject) return []
    return values.map(({ snak, circa }) => {
      const more = circa ? circaSnaks(cell.origin, context) : []
      return toStatement(subject, { snak, qualifiers: [...qualifiers, ...more], references, cell })
    })
  })
}

function readQualifiers(
  cells: readonly Cell[],
  variables: Variables,
  context: TableContext,
): Snak[] {
  return cells.flatMap((cell) => {
    if (cell.column.role?.kind !== 'qualifier') return []
    return readCellValues(cell, variables, context).map(({ snak, circa }) => {
      if (circa) context.report.error(cell.origin, 'Only the value of a statement can be "about"')
      return snak
    })
  })
}

interface Parts {
  readonly snak: Snak
  readonly qualifiers: readonly Snak[]
  readonly references: readonly Reference[]
  readonly cell: Cell
}

function toStatement(
  { id, iri }: KnownEntity,
  { snak, qualifiers, references, cell }: Parts,
): Statement {
  const claim = { subject: iri, mainSnak: snak, qualifiers }
  return { id: statementId(id, claim), ...claim, rank: 'normal', references, origin: cell.origin }
}

function findSubject(
  { column: { role }, origin }: Cell,
  variables: Variables,
  context: TableContext,
): KnownEntity | undefined {
  const iri = context.resolve(role?.about.expand(variables) ?? '')
  const id = toId(iri, context)
  const entity = id === undefined ? undefined : context.index.entities.get(id)
  if (entity?.iri === iri) return entity
  const hint =
    id === undefined
      ? `; expected ${context.base}entity/…`
      : didYouMean(id, context.index.entities.keys())
  context.report.error(origin, `The row is about the unknown entity ${quote(id ?? iri)}${hint}`)
  return undefined
}
