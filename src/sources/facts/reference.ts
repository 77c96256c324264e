import { createReference } from '../../statements/index.ts'
import type { Origin, Reference, Snak, Value } from '../../statements/index.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../parsed.ts'
import { expectMap, expectText, oneOrMore } from './expect.ts'
import type { KnownSource, Span } from './facts-index.ts'
import { take } from './map-value.ts'
import { requireProperty } from './reading.ts'
import type { Reading } from './reading.ts'
import { readSnak, toSnak } from './snak.ts'
import { checkSpan, parseSpan } from './span.ts'
import type { FactNode, MapEntry, MapNode, TextNode } from './tree.ts'
import { parseLine } from './values/string.ts'

const what = 'a reference such as { article: lead }'

/** Reads the references of `from`: one map, or a list of maps. */
export function readReferences(node: FactNode | undefined, reading: Reading): Reference[] {
  if (!node) return []
  const references = new Map<string, Reference>()
  for (const item of oneOrMore(node, { what, report: reading.report })) {
    const map = expectMap(item, { what, report: reading.report })
    const reference = map && createReference(readReference(map, reading))
    if (!reference || reference.snaks.length === 0) continue
    if (references.has(reference.id))
      reading.report.error(item.origin, 'This reference is here twice')
    references.set(reference.id, reference)
  }
  return [...references.values()]
}

function readReference(map: MapNode, reading: Reading): Snak[] {
  const { report, index } = reading
  if (map.entries.length === 0) report.error(map.origin, `Expected ${what}, found an empty map`)
  const at = map.entries.find(({ key }) => key === 'at')
  const sources = map.entries.filter(({ key }) => index.sources.has(key))
  const [, second] = sources
  if (second)
    report.error(
      second.keyOrigin,
      'A reference names one source; write the second as an item of its own',
    )
  return map.entries.flatMap((entry) => {
    const source = index.sources.get(entry.key)
    if (source) return readPlace({ source, section: entry.value, at }, reading)
    if (entry !== at) return readProperty(entry, reading)
    if (sources.length === 0)
      report.error(
        entry.keyOrigin,
        'Offsets (at) need a source, such as { article: lead, at: 0-20 }',
      )
    return []
  })
}

function readProperty({ key, keyOrigin, value }: MapEntry, reading: Reading): Snak[] {
  const { ontology, index, report } = reading
  const property = ontology.properties.get(key)
  if (!property) {
    const known = [...index.sources.keys(), ...ontology.properties.keys(), 'at']
    report.error(keyOrigin, `Unknown source or property ${quote(key)}${didYouMean(key, known)}`)
    return []
  }
  const items = oneOrMore(value, { what: `a value of ${quote(key)}`, report })
  return items.flatMap((item) => {
    const read = readSnak(property, item, reading)
    if (read?.circa) report.error(item.origin, 'Only the main value of a statement can be "about"')
    return read ? [read.snak] : []
  })
}

interface Place {
  readonly source: KnownSource
  readonly section: FactNode
  readonly at: MapEntry | undefined
}

function readPlace({ source, section, at }: Place, reading: Reading): Snak[] {
  const { report } = reading
  const name = expectText(section, { what: `a section of ${quote(source.key)}`, report })
  const offsets = at && expectText(at.value, { what: 'offsets such as 210-245', report })
  const line = name && take(parseLine(name.text), name.origin, reading)
  if (!name || line === undefined) return []
  const known = findSection(name, source, reading)
  const span = offsets ? readOffsets(offsets, { source, section: known }, reading) : known
  return sourceSnaks({ source, section: name.text, span, origin: name.origin }, reading)
}

/** Finds a section of a source, and reports one that it does not have. */
export function findSection(
  { text, origin }: Pick<TextNode, 'text' | 'origin'>,
  { key, sections }: KnownSource,
  { report }: Reading,
): Span | undefined {
  if (!sections) return undefined
  const span = sections.get(text)
  if (!span) {
    const names = [...sections.keys()]
    const hint = `${didYouMean(text, names)}; known: ${names.join(', ')}`
    report.error(origin, `The source ${quote(key)} has no section ${quote(text)}${hint}`)
  }
  return span
}

function readOffsets(
  { text, origin }: TextNode,
  { source, section }: { source: KnownSource; section: Span | undefined },
  { report }: Reading,
): Span | undefined {
  const span = parseSpan(text)
  const problem = span.ok ? checkSpan(span.value, { length: source.length, section }) : span.problem
  if (problem !== undefined) report.error(origin, problem)
  return span.ok ? span.value : undefined
}

/** What a reference to a part of a source says. */
export interface SourcePlace {
  readonly source: KnownSource
  readonly section?: string
  readonly span?: Span | undefined
  readonly origin: Origin
}

/** Makes the snaks that name a source, its section, the offsets in it, and its digest. */
export function sourceSnaks(
  { source, section, span, origin }: SourcePlace,
  reading: Reading,
): Snak[] {
  const offset = (number: number): Value => ({ type: 'quantity', amount: `+${number}` })
  const values: [string, Value | undefined][] = [
    ['statedIn', { type: 'entityid', iri: source.entity.iri }],
    ['section', section === undefined ? undefined : { type: 'string', value: section }],
    ['textStart', span && offset(span.start)],
    ['textEnd', span && offset(span.end)],
    [
      'sourceDigest',
      source.sha256 === undefined ? undefined : { type: 'string', value: source.sha256 },
    ],
  ]
  return values.flatMap(([key, value]) => {
    const property = value && requireProperty(key, origin, reading)
    return property ? [toSnak(property, value)] : []
  })
}
