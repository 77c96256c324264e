import type { Property } from '../../rdf/ontology/ontology.ts'
import type { Origin } from '../../statements/index.ts'
import type { FactNode, MapNode } from '../facts/tree.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../parsed.ts'
import { readCellType } from './cell-type.ts'
import type { CellType } from './cell-type.ts'
import { openFields, toFields } from './fields.ts'
import type { Fields } from './fields.ts'
import { inheritedKeys } from './metadata-keys.ts'
import type { TableContext } from './table-context.ts'
import { parseUriTemplate } from './uri-template.ts'
import type { UriTemplate } from './uri-template.ts'

/** What the value of a column says in a row's statements. */
export interface ColumnRole {
  /** The value of a statement, or a qualifier or reference of all statements of the row. */
  readonly kind: 'statement' | 'qualifier' | 'reference'
  readonly property: Property
  readonly about: UriTemplate
}

/** A column of a table, with what it inherits. */
export interface Column {
  readonly name: string
  /** What the header may call the column. */
  readonly titles: readonly string[]
  readonly virtual: boolean
  readonly required: boolean
  readonly nulls: readonly string[]
  readonly default: string
  readonly separator: string | undefined
  readonly type: CellType
  readonly valueUrl: UriTemplate | undefined
  /** The unit of the column's numbers, from the common property `schema:unitText`. */
  readonly unit: string | undefined
  /** Undefined for a column that only fills templates. */
  readonly role: ColumnRole | undefined
  readonly origin: Origin
}

/** Properties that descriptions hand down, by key. */
export type Inherited = ReadonlyMap<string, FactNode>

/** Adds what a description hands down to what it has inherited itself. */
export const inherit = (inherited: Inherited, { entries }: MapNode): Inherited =>
  new Map([
    ...inherited,
    ...entries
      .filter(({ key }) => (inheritedKeys as readonly string[]).includes(key))
      .map(({ key, value }) => [key, value] as const),
  ])

/**
 * Reads a column description.
 *
 * @see https://www.w3.org/TR/tabular-metadata/#columns
 */
export function readColumn(
  map: MapNode,
  number: number,
  inherited: Inherited,
  context: TableContext,
): Column {
  const { report } = context
  const own = openFields(map, 'column', report)
  const fields = toFields(inherit(inherited, map), map.origin, report)
  const titles = readTitles(own)
  const name = own.text('name') ?? titles[0] ?? `_col.${number}`
  const unit = map.entries.find(({ key }) => key === 'schema:unitText')?.value
  return {
    name,
    titles: titles.length > 0 ? titles : [name],
    virtual: own.flag('virtual') ?? false,
    required: fields.flag('required') ?? false,
    nulls: fields.texts('null') ?? [''],
    default: fields.text('default') ?? '',
    separator: fields.text('separator'),
    type: readCellType(fields.node('datatype'), report),
    valueUrl: readTemplate('valueUrl', fields, context),
    unit: unit?.kind === 'text' ? unit.text : undefined,
    role: own.flag('suppressOutput') === true ? undefined : readRole(name, number, fields, context),
    origin: map.origin,
  }
}

/** Titles are a text, a list, or a map from language to either. */
function readTitles(fields: Fields): readonly string[] {
  const node = fields.node('titles')
  if (node?.kind !== 'map') return fields.texts('titles') ?? []
  return node.entries.flatMap(({ value }) => {
    if (value.kind === 'text') return [value.text]
    return value.kind === 'list'
      ? value.items.flatMap((item) => (item.kind === 'text' ? [item.text] : []))
      : []
  })
}

function readTemplate(key: string, fields: Fields, { report }: TableContext) {
  const text = fields.text(key)
  if (text === undefined) return undefined
  const template = parseUriTemplate(text)
  if (template.ok) return template.value
  report.error(fields.node(key)?.origin ?? fields.origin, template.problem)
  return undefined
}

function readRole(
  name: string,
  number: number,
  fields: Fields,
  context: TableContext,
): ColumnRole | undefined {
  const { report } = context
  const propertyUrl = readTemplate('propertyUrl', fields, context)
  if (!propertyUrl) return undefined
  const origin = fields.node('propertyUrl')?.origin ?? fields.origin
  const variables = new Map([
    ['_name', name],
    ['_column', String(number)],
  ])
  const property = findProperty(context.resolve(propertyUrl.expand(variables)), origin, context)
  const about = readTemplate('aboutUrl', fields, context)
  if (!about)
    report.error(
      fields.origin,
      `The column ${quote(name)} says nothing about what: give it or the table an aboutUrl such as entity/flins`,
    )
  return property && about ? { kind: kindOf(about), property, about } : undefined
}

/** `#statement…` and `#reference…` are fragments of the table: nodes of the row itself. */
function kindOf({ text }: UriTemplate): ColumnRole['kind'] {
  if (text.startsWith('#statement')) return 'qualifier'
  return text.startsWith('#reference') ? 'reference' : 'statement'
}

function findProperty(
  iri: string,
  origin: Origin,
  { ontology, base, report }: TableContext,
): Property | undefined {
  const prefix = `${base}ontology/`
  const key = iri.startsWith(prefix) ? iri.slice(prefix.length) : undefined
  const property = key === undefined ? ontology.findProperty(iri) : ontology.properties.get(key)
  if (property) return property
  const hint = key === undefined ? '' : didYouMean(key, ontology.properties.keys())
  report.error(origin, `The ontology has no property ${quote(key ?? iri)}${hint}`)
  return undefined
}
