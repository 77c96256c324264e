import { snakContent } from '../../statements/index.ts'
import type { Origin, Rank, Reference, Snak } from '../../statements/index.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../parsed.ts'
import { readDuring } from './during.ts'
import { expectMap, expectText, oneOrMore } from './expect.ts'
import { requireProperty } from './reading.ts'
import type { Reading } from './reading.ts'
import { readReferences } from './reference.ts'
import { readSnak, toSnak } from './snak.ts'
import type { FactNode, MapEntry } from './tree.ts'

/** A statement without its subject. */
export interface ReadStatement {
  readonly mainSnak: Snak
  readonly qualifiers: readonly Snak[]
  readonly rank: Rank
  readonly references: readonly Reference[]
  readonly origin: Origin
}

/** Keys of a statement that are no properties. */
export const statementKeys = ['during', 'rank', 'from'] as const

/** Reads a statement; undefined where its main value was wrong. Its other parts are checked in any case. */
export function readStatement(node: FactNode, reading: Reading): ReadStatement | undefined {
  const { report } = reading
  const map = expectMap(node, { what: 'a statement such as { area: 237 ha }', report })
  const [main, ...others] = map?.entries ?? []
  if (!map) return undefined
  if (!main) {
    report.error(map.origin, 'Expected a statement such as { area: 237 ha }, found an empty map')
    return undefined
  }
  const field = (name: string) => others.find(({ key }) => key === name)?.value
  const mainSnak = readMain(main, reading)
  const qualifiers = others.flatMap((entry) => readQualifiers(entry, reading))
  const rank = readRank(field('rank'), reading)
  const references = readReferences(field('from'), reading)
  if (!mainSnak) return undefined
  if (mainSnak.circa) qualifiers.push(...circaSnaks(main.keyOrigin, reading))
  return { mainSnak: mainSnak.snak, qualifiers, rank, references, origin: main.keyOrigin }
}

function readMain({ key, keyOrigin, value }: MapEntry, reading: Reading) {
  const { report } = reading
  if (isReserved(key)) {
    report.error(keyOrigin, `The first key of a statement is its property, not ${quote(key)}`)
    return undefined
  }
  const property = findProperty({ key, keyOrigin }, reading)
  if (!property) return undefined
  if (value.kind === 'list') {
    const message = `A statement has one value: write one statement for each value of ${quote(key)}`
    report.error(value.origin, message)
    return undefined
  }
  return readSnak(property, value, reading)
}

function readQualifiers(entry: MapEntry, reading: Reading): Snak[] {
  const { key, keyOrigin, value } = entry
  if (key === 'during') return readDuring(value, reading)
  if (isReserved(key)) return []
  const property = findProperty(entry, reading, statementKeys)
  if (!property) return []
  const snaks = new Map<string, Snak>()
  const items = oneOrMore(value, { what: `a value of ${quote(key)}`, report: reading.report })
  for (const item of items) {
    const read = readSnak(property, item, reading)
    if (!read) continue
    if (read.circa)
      reading.report.error(item.origin, 'Only the main value of a statement can be "about"')
    if (snaks.has(snakContent(read.snak)))
      reading.report.error(keyOrigin, `The qualifier ${quote(key)} has the same value twice`)
    snaks.set(snakContent(read.snak), read.snak)
  }
  return [...snaks.values()]
}

function findProperty(
  { key, keyOrigin }: Pick<MapEntry, 'key' | 'keyOrigin'>,
  { ontology, report }: Reading,
  others: readonly string[] = [],
) {
  const property = ontology.properties.get(key)
  if (!property) {
    const suggestion = didYouMean(key, [...ontology.properties.keys(), ...others])
    report.error(keyOrigin, `Unknown property ${quote(key)}${suggestion}`)
  }
  return property
}

const ranks: readonly Rank[] = ['preferred', 'normal', 'deprecated']

function readRank(node: FactNode | undefined, { report }: Reading): Rank {
  const text = node && expectText(node, { what: `a rank (${ranks.join(', ')})`, report })
  if (!text) return 'normal'
  const rank = ranks.find((name) => name === text.text)
  if (!rank) {
    const hint = `${didYouMean(text.text, ranks)}; known: ${ranks.join(', ')}`
    report.error(text.origin, `Unknown rank ${quote(text.text)}${hint}`)
  }
  return rank ?? 'normal'
}

const isReserved = (key: string): boolean => (statementKeys as readonly string[]).includes(key)

/** Makes the qualifier that says `about`. */
export function circaSnaks(origin: Origin, reading: Reading): Snak[] {
  const property = requireProperty('sourcingCircumstances', origin, reading)
  const concept = reading.ontology.concepts.get('circa')
  if (!concept)
    reading.report.error(origin, 'The ontology has no concept "circa", which this needs')
  return property && concept ? [toSnak(property, { type: 'entityid', iri: concept.entityIri })] : []
}
