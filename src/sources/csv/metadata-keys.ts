import { didYouMean } from '../nearest.ts'
import { quote } from '../parsed.ts'
import type { Report } from '../report.ts'
import type { MapNode } from '../facts/tree.ts'

/** Properties that a table group, table, schema or column can have, and hand down. */
export const inheritedKeys = [
  'aboutUrl',
  'datatype',
  'default',
  'lang',
  'null',
  'ordered',
  'propertyUrl',
  'required',
  'separator',
  'textDirection',
  'valueUrl',
] as const

const tableKeys = ['dialect', 'notes', 'tableDirection', 'tableSchema', 'transformations'] as const

/**
 * The keys of each kind of description.
 *
 * @see https://www.w3.org/TR/tabular-metadata/
 */
const keys = {
  'table group': ['tables', ...tableKeys, ...inheritedKeys],
  table: ['url', 'suppressOutput', ...tableKeys, ...inheritedKeys],
  schema: ['columns', 'foreignKeys', 'primaryKey', 'rowTitles', ...inheritedKeys],
  column: ['name', 'suppressOutput', 'titles', 'virtual', ...inheritedKeys],
  dialect: [
    ...['commentPrefix', 'delimiter', 'doubleQuote', 'encoding', 'header', 'headerRowCount'],
    ...['lineTerminators', 'quoteChar', 'skipBlankRows', 'skipColumns', 'skipInitialSpace'],
    ...['skipRows', 'trim'],
  ],
  datatype: [
    ...['base', 'format', 'length', 'minLength', 'maxLength', 'minimum', 'maximum'],
    ...['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive'],
  ],
  'number format': ['decimalChar', 'groupChar', 'pattern'],
} as const

export type DescriptionKind = keyof typeof keys

/** Reports keys that CSVW does not define; common properties (`dc:title`) are allowed everywhere. */
export function checkKeys({ entries }: MapNode, kind: DescriptionKind, report: Report): void {
  const known: readonly string[] = keys[kind]
  for (const { key, keyOrigin } of entries) {
    if (known.includes(key) || key.startsWith('@') || key.includes(':')) continue
    const suggestion = didYouMean(key, known)
    report.error(keyOrigin, `Unknown key ${quote(key)} of a CSVW ${kind}${suggestion}`)
  }
}
