import type { Quad } from '@rdfjs/types'
import { SCHEMA } from '../../vocabulary.ts'
import type { ValueSnak } from '../../statements/index.ts'
import type { SchemaPattern } from '../ontology/index.ts'
import { writeAddress } from './address.ts'
import type { Fact, SchemaContext, SchemaNode } from './context.ts'
import { createNode, fitsRange, say, typedLiteral } from './context.ts'
import { writeEvent } from './event.ts'
import { writeObservation } from './observation.ts'
import { writePropertyValue } from './property-value.ts'
import { isoDate, valueText } from './value-text.ts'

/** A fact whose main snak has a value, to be said of a node with a schema.org term (a full IRI). */
export interface Saying {
  readonly node: SchemaNode
  readonly fact: Fact & { readonly snak: ValueSnak }
  readonly term: string
}

interface Pattern {
  /** The schema.org class of the node it makes, where a term may also lead back from that node to the subject. */
  readonly linksBackFrom?: string
  /** Whether the pattern says the qualifiers too. */
  readonly qualified: boolean
  /** Says the fact, or nothing where the pattern or the term's range does not fit the value. */
  readonly write: (saying: Saying, context: SchemaContext) => Quad[]
}

/** How each pattern of the ontology is written. */
export const patterns: Readonly<Record<SchemaPattern, Pattern>> = {
  text: { qualified: false, write: writeText },
  date: { qualified: false, write: writeDate },
  entity: { qualified: false, write: writeEntity },
  label: { qualified: false, write: writeLabel },
  geo: { qualified: false, write: writeCoordinates },
  address: { qualified: true, write: writeAddress },
  observation: {
    qualified: true,
    linksBackFrom: `${SCHEMA}Observation`,
    write: writeObservation,
  },
  'property-value': {
    qualified: true,
    write: ({ node, fact, term }, context) => writePropertyValue(node, fact, term, context),
  },
  event: { qualified: true, write: writeEvent },
}

function writeText({ node, fact, term }: Saying, context: SchemaContext): Quad[] {
  const { value, datatype } = fact.snak
  const { factory } = context
  if (value.type === 'monolingualtext') {
    return [say(node, term, factory.literal(value.text, value.language), context)]
  }
  if (value.type !== 'string') return []
  if (datatype === 'url') return [say(node, term, factory.namedNode(value.value), context)]
  if (datatype !== 'commonsMedia') return [say(node, term, factory.literal(value.value), context)]
  const file = encodeURIComponent(value.value.replaceAll(' ', '_'))
  const iri = `http://commons.wikimedia.org/wiki/Special:FilePath/${file}`
  return [say(node, term, factory.namedNode(iri), context)]
}

function writeDate({ node, fact, term }: Saying, context: SchemaContext): Quad[] {
  const { value } = fact.snak
  const date = value.type === 'time' ? isoDate(value) : undefined
  if (date === undefined) return []
  const { factory } = context
  return [say(node, term, factory.literal(date, factory.namedNode(`${SCHEMA}Date`)), context)]
}

function writeEntity({ node, fact, term }: Saying, context: SchemaContext): Quad[] {
  const { value } = fact.snak
  if (value.type !== 'entityid') return []
  const target = context.findEntity(value.iri)
  if (!target || !fitsRange(term, target.schemaClasses, context.terms)) return []
  return [say(node, term, context.factory.namedNode(value.iri), context)]
}

function writeLabel({ node, fact, term }: Saying, context: SchemaContext): Quad[] {
  const { value } = fact.snak
  const [language = 'en'] = context.languages
  const label = context.factory.literal(valueText(value, language, context), language)
  return [say(node, term, label, context)]
}

function writeCoordinates({ node, fact, term }: Saying, context: SchemaContext): Quad[] {
  const { value } = fact.snak
  if (value.type !== 'globecoordinate') return []
  const { node: place, quads } = createNode(`${fact.iri}-geo`, 'GeoCoordinates', context)
  const degrees = (amount: number) => typedLiteral(String(amount), 'decimal', context)
  return [
    say(node, term, place.iri, context),
    ...quads,
    say(place, `${SCHEMA}latitude`, degrees(value.latitude), context),
    say(place, `${SCHEMA}longitude`, degrees(value.longitude), context),
  ]
}
