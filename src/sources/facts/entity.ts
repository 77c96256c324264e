import { statementId } from '../../statements/index.ts'
import type { Entity, Origin, Statement } from '../../statements/index.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../parsed.ts'
import { expectList, expectMap, expectText, oneOrMore } from './expect.ts'
import { take } from './map-value.ts'
import { requireProperty } from './reading.ts'
import type { Reading } from './reading.ts'
import { readReferences } from './reference.ts'
import { toSnak } from './snak.ts'
import { readStatement } from './statement.ts'
import type { ReadStatement } from './statement.ts'
import { readAliases, readTerms } from './terms.ts'
import type { FactNode, MapEntry } from './tree.ts'
import { parseSameAs } from './values/iri.ts'

/** Keys of an entity. */
export const entityKeys = [
  'type',
  'label',
  'alias',
  'description',
  'sameAs',
  'from',
  'document',
  'statements',
] as const

type EntityKey = (typeof entityKeys)[number]

/** Reads an entity with all its statements; what is wrong in it is reported and left out. */
export function readEntity({ key: id, keyOrigin, value }: MapEntry, reading: Reading): Entity {
  const map = expectMap(value, { what: 'an entity such as { label: … }', report: reading.report })
  const entries = map?.entries ?? []
  checkKeys(entries, reading)
  const field = (name: EntityKey) => entries.find(({ key }) => key === name)?.value
  const subject = { id, iri: `${reading.base}entity/${id}` }
  const statements = [
    ...readTypes(field('type'), field('from'), reading),
    ...readStatements(field('statements'), reading),
  ]
  return {
    ...subject,
    type: 'item',
    labels: readTerms(field('label'), reading),
    descriptions: readTerms(field('description'), reading),
    aliases: readAliases(field('alias'), reading),
    statements: identify(statements, subject, reading),
    sitelinks: [],
    sameAs: readSameAs(field('sameAs'), reading),
    origin: keyOrigin,
  }
}

function checkKeys(entries: readonly MapEntry[], { ontology, report }: Reading): void {
  for (const { key, keyOrigin } of entries) {
    if ((entityKeys as readonly string[]).includes(key)) continue
    const hint = ontology.properties.has(key)
      ? `: it is a property; write it in the list "statements", as "- ${key}: …"`
      : `${didYouMean(key, entityKeys)}; known: ${entityKeys.join(', ')}`
    report.error(keyOrigin, `Unknown key ${quote(key)} of an entity${hint}`)
  }
}

function readTypes(
  node: FactNode | undefined,
  from: FactNode | undefined,
  reading: Reading,
): ReadStatement[] {
  const { ontology, report } = reading
  const references = readReferences(from, reading)
  if (from && !node)
    report.error(from.origin, 'The "from" of an entity supports its type, and it has none')
  if (!node) return []
  const property = requireProperty('instanceOf', node.origin, reading)
  return oneOrMore(node, { what: 'a class', report }).flatMap((item) => {
    const text = expectText(item, { what: 'a class', report })
    if (!text) return []
    const type = ontology.classes.get(text.text)
    if (!type) {
      const suggestion = didYouMean(text.text, ontology.classes.keys())
      report.error(text.origin, `Unknown class ${quote(text.text)}${suggestion}`)
    }
    if (!type || !property) return []
    const mainSnak = toSnak(property, { type: 'entityid', iri: type.entityIri })
    return [{ mainSnak, qualifiers: [], rank: 'normal', references, origin: text.origin }]
  })
}

function readStatements(node: FactNode | undefined, reading: Reading): ReadStatement[] {
  const what = 'a list of statements, each starting with "- "'
  const list = node && expectList(node, { what, report: reading.report })
  const items = list?.items ?? []
  return items.flatMap((item) =>
    reading.report.isFull ? [] : (readStatement(item, reading) ?? []),
  )
}

/** Gives each statement its id; the same claim twice is an error. */
function identify(
  statements: readonly ReadStatement[],
  { id, iri }: { id: string; iri: string },
  { report }: Reading,
): Statement[] {
  const origins = new Map<string, Origin>()
  return statements.flatMap((read) => {
    const claim = { subject: iri, ...read }
    const statement = { id: statementId(id, claim), ...claim }
    const first = origins.get(statement.id)
    if (first) {
      const where = `line ${first.line}`
      report.error(
        read.origin,
        `This is said in ${where} already: put both references in one list "from" there`,
      )
      return []
    }
    origins.set(statement.id, read.origin)
    return [statement]
  })
}

function readSameAs(node: FactNode | undefined, reading: Reading): string[] {
  if (!node) return []
  const what = 'a Wikidata id or an IRI'
  const iris = oneOrMore(node, { what, report: reading.report }).flatMap((item) => {
    const text = expectText(item, { what, report: reading.report })
    return (text && take(parseSameAs(text.text), text.origin, reading)) ?? []
  })
  return [...new Set(iris)]
}
