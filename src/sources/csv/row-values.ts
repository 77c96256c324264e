import { WIKIDATA_ENTITY } from '../../vocabulary.ts'
import { readSnak } from '../facts/snak.ts'
import type { ReadSnak } from '../facts/snak.ts'
import type { TextNode } from '../facts/tree.ts'
import { valueTypeOf } from '../../statements/index.ts'
import { quote } from '../parsed.ts'
import type { Cell } from './cell.ts'
import type { TableContext } from './table-context.ts'
import type { Variables } from './uri-template.ts'

/** Reads the values that a cell gives its property; what is wrong is reported and left out. */
export function readCellValues(
  cell: Cell,
  variables: Variables,
  context: TableContext,
): ReadSnak[] {
  const { role } = cell.column
  if (!role) return []
  return cellTexts(cell, variables, context).flatMap((text) => {
    const node: TextNode = { kind: 'text', text, plain: true, origin: cell.origin }
    return readSnak(role.property, node, context) ?? []
  })
}

/** Gives the texts that facts would have: those of the cell, or the one that its valueUrl stands for. */
export function cellTexts(
  cell: Cell,
  variables: Variables,
  context: TableContext,
): readonly string[] {
  const { column, texts } = cell
  const { valueUrl, role, unit } = column
  if (!valueUrl) return unit === undefined ? texts : texts.map((text) => `${text} ${unit}`)
  if (texts.length === 0 && !column.virtual) return []
  const iri = context.resolve(valueUrl.expand(variables))
  if (role?.property.datatype === 'url') return [iri]
  const id =
    role && valueTypeOf(role.property.datatype) === 'entityid' ? toId(iri, context) : undefined
  if (id !== undefined) return [id]
  const expected = `${context.base}entity/… or ${context.base}ontology/…`
  context.report.error(
    cell.origin,
    `The valueUrl of ${quote(column.name)} gives ${quote(iri)}, which its property cannot have; expected ${expected}`,
  )
  return []
}

/** Gives the id by which facts call an entity, class or concept. */
export function toId(iri: string, { base }: TableContext): string | undefined {
  const prefix = [`${base}entity/`, `${base}ontology/`, WIKIDATA_ENTITY].find((start) =>
    iri.startsWith(start),
  )
  return prefix === undefined ? undefined : iri.slice(prefix.length)
}
