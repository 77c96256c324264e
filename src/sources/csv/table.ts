import type { FactNode, MapNode } from '../facts/tree.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../parsed.ts'
import { inherit, readColumn } from './column.ts'
import type { Column, Inherited } from './column.ts'
import { readDialect } from './dialect.ts'
import type { Dialect } from './dialect.ts'
import { openFields } from './fields.ts'
import type { Fields } from './fields.ts'
import type { TableContext } from './table-context.ts'

/** What CSVW metadata say of one CSV file. */
export interface Table {
  readonly dialect: Dialect
  readonly columns: readonly Column[]
  /** Names of the columns whose values together are different in each row. */
  readonly primaryKey: readonly string[]
  readonly suppressOutput: boolean
}

/**
 * Finds the description of a CSV file in its metadata, which are a table or a group of tables.
 *
 * @see https://www.w3.org/TR/tabular-metadata/
 */
export function readTable(root: FactNode, context: TableContext): Table | undefined {
  const { report, fileName } = context
  if (root.kind !== 'map') {
    report.error(root.origin, 'Expected CSVW metadata: an object with "url" or "tables"')
    return undefined
  }
  checkContext(root, context)
  if (!root.entries.some(({ key }) => key === 'tables'))
    return describeTable(root, new Map(), context)
  const group = openFields(root, 'table group', report)
  const tables = group.node('tables')
  const maps = tables?.kind === 'list' ? tables.items.filter((item) => item.kind === 'map') : []
  const table = maps.find((map) => urlOf(map) === fileName)
  if (table) return describeTable(table, inherit(new Map(), root), context, group)
  const urls = maps.map(urlOf)
  const hint = didYouMean(fileName, urls)
  report.error(
    root.origin,
    `The metadata have no table ${quote(fileName)}${hint}; known: ${urls.join(', ')}`,
  )
  return undefined
}

const csvw = 'http://www.w3.org/ns/csvw'

/** The context names the vocabulary; its base, where it gives one, is the site's. */
function checkContext(root: MapNode, { base, report }: TableContext): void {
  const node = root.entries.find(({ key }) => key === '@context')?.value
  const parts = node?.kind === 'list' ? node.items : [node]
  if (!parts.some((part) => part?.kind === 'text' && part.text === csvw))
    report.error(node?.origin ?? root.origin, `Expected "@context": ${quote(csvw)}`)
  for (const part of parts) {
    const own = part?.kind === 'map' ? part.entries.find(({ key }) => key === '@base') : undefined
    if (own && !(own.value.kind === 'text' && own.value.text === base))
      report.error(
        own.value.origin,
        `The "@base" is not that of the site, ${quote(base)}: leave it out`,
      )
  }
}

function urlOf({ entries }: MapNode): string {
  const url = entries.find(({ key }) => key === 'url')?.value
  return url?.kind === 'text' ? url.text : ''
}

function describeTable(
  map: MapNode,
  inherited: Inherited,
  context: TableContext,
  group?: Fields,
): Table | undefined {
  const { report, fileName } = context
  const fields = openFields(map, 'table', report)
  const url = fields.text('url')
  if (url !== fileName) {
    const found = url === undefined ? 'none' : quote(url)
    report.error(
      fields.node('url')?.origin ?? map.origin,
      `Expected the url ${quote(fileName)} of the table, found ${found}`,
    )
  }
  const schema = fields.node('tableSchema') ?? group?.node('tableSchema')
  if (schema?.kind !== 'map') {
    report.error(map.origin, 'Expected a "tableSchema" with "columns", in the metadata themselves')
    return undefined
  }
  const columns = readColumns(schema, inherit(inherited, map), context)
  return {
    dialect: readDialect(fields.node('dialect') ?? group?.node('dialect'), report),
    columns,
    primaryKey: readPrimaryKey(schema, columns, context),
    suppressOutput: fields.flag('suppressOutput') ?? false,
  }
}

function readColumns(schema: MapNode, inherited: Inherited, context: TableContext): Column[] {
  const { report } = context
  const node = openFields(schema, 'schema', report).node('columns')
  if (node?.kind !== 'list') {
    report.error(node?.origin ?? schema.origin, 'Expected a list of "columns"')
    return []
  }
  const handedDown = inherit(inherited, schema)
  const columns = node.items.flatMap((item, index) => {
    if (item.kind === 'map') return [readColumn(item, index + 1, handedDown, context)]
    report.error(item.origin, 'Expected a column such as { "titles": "year", "datatype": "gYear" }')
    return []
  })
  checkColumns(columns, context)
  return columns
}

/** Variables of templates name columns; virtual columns come last. */
function checkColumns(columns: readonly Column[], { report }: TableContext): void {
  const names = columns.map(({ name }) => name)
  let virtual = false
  for (const [index, column] of columns.entries()) {
    if (names.indexOf(column.name) < index)
      report.error(column.origin, `The column name ${quote(column.name)} is here twice`)
    if (virtual && !column.virtual)
      report.error(column.origin, 'Virtual columns come after all columns of the file')
    virtual ||= column.virtual
    const templates = [column.role?.about, column.valueUrl].flatMap((template) => template ?? [])
    for (const variable of templates.flatMap(({ variables }) => variables)) {
      if (names.includes(variable) || rowVariables.includes(variable)) continue
      const hint = `${didYouMean(variable, names)}; known: ${names.join(', ')}`
      report.error(
        column.origin,
        `The template has no column ${quote(variable)} to be filled from${hint}`,
      )
    }
  }
}

/** Variables that every row has. */
const rowVariables: readonly string[] = ['_row', '_sourceRow', '_column', '_sourceColumn', '_name']

function readPrimaryKey(
  schema: MapNode,
  columns: readonly Column[],
  { report }: TableContext,
): readonly string[] {
  const node = schema.entries.find(({ key }) => key === 'primaryKey')?.value
  const items = node?.kind === 'list' ? node.items : [node].flatMap((item) => item ?? [])
  return items.flatMap((item) => {
    const name = item.kind === 'text' ? item.text : ''
    if (columns.some((column) => column.name === name)) return [name]
    const names = columns.map((column) => column.name)
    const hint = `${didYouMean(name, names)}; known: ${names.join(', ')}`
    report.error(item.origin, `The primary key has no column ${quote(name)}${hint}`)
    return []
  })
}
