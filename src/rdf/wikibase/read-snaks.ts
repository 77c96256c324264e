import type { Quad_Object } from '@rdfjs/types'
import { defaultDatatype } from '../../statements/index.ts'
import type { Datatype, Snak } from '../../statements/index.ts'
import { rdf } from '../../vocabulary.ts'
import { unreadable } from './read-index.ts'
import type { ViewIndex } from './read-index.ts'
import type { PredicateMeaning, PredicateRole } from './read-predicate.ts'
import { isUnknown, readSimpleValue } from './read-simple-value.ts'
import { readValueNode } from './read-value-node.ts'

/** What reading snaks needs. */
export interface SnakReading {
  readonly index: ViewIndex
  readonly meaning: (predicate: string) => PredicateMeaning | undefined
  readonly datatypeOf: (property: string) => Datatype | undefined
}

/** The roles that the snaks of one position have. */
const deepRoles = {
  statement: 'statementValue',
  qualifier: 'qualifierValue',
  reference: 'referenceValue',
} as const satisfies Partial<Record<PredicateRole, PredicateRole>>

/** Where snaks with values hang. */
export type SnakPosition = keyof typeof deepRoles

/** What a node says of one property in one position. */
interface Found {
  readonly simple: Quad_Object[]
  readonly deep: Quad_Object[]
}

/** Reads the snaks with known and unknown values that a node has in one position, property by property. */
export function readSnaks(node: string, position: SnakPosition, reading: SnakReading): Snak[] {
  const found = new Map<string, Found>()
  for (const [predicate, objects] of reading.index.entries(node)) {
    const { property, role } = reading.meaning(predicate) ?? {}
    if (property === undefined || (role !== position && role !== deepRoles[position])) continue
    const entry = found.get(property) ?? { simple: [], deep: [] }
    found.set(property, entry)
    entry[role === position ? 'simple' : 'deep'].push(...objects)
  }
  return [...found].flatMap(([property, entry]) => readProperty(node, property, entry, reading))
}

function readProperty(
  node: string,
  property: string,
  { simple, deep }: Found,
  reading: SnakReading,
): Snak[] {
  const known = reading.datatypeOf(property)
  const unknown = simple.filter(isUnknown).map((): Snak => {
    return { snakType: 'somevalue', property, datatype: known ?? 'string' }
  })
  if (deep.length > 0) {
    const values = deep.map((object): Snak => {
      const value = readValueNode(object.value, reading.index)
      return { snakType: 'value', property, datatype: defaultDatatype(value.type), value }
    })
    return [...values, ...unknown]
  }
  const values = simple
    .filter((object) => !isUnknown(object))
    .map((object): Snak => {
      const read = readSimpleValue(object, known)
      if (!read) throw unreadable(node, `the value "${object.value}" of <${property}> has no node`)
      return { snakType: 'value', property, ...read }
    })
  return [...values, ...unknown]
}

/** Reads the properties for which a node says that there is no value. */
export function readAbsent(node: string, { index, meaning, datatypeOf }: SnakReading): Snak[] {
  return index.objects(node, rdf.type).flatMap(({ value }): Snak[] => {
    const found = meaning(value)
    if (found?.role !== 'novalue') return []
    const { property } = found
    return [{ snakType: 'novalue', property, datatype: datatypeOf(property) ?? 'string' }]
  })
}
