import type { DataFactory } from '@rdfjs/types'
import { createPropertyTerms } from '../../rdf/index.ts'
import type { Ontology, Property, PropertyTerms } from '../../rdf/index.ts'
import { valueTypeOf } from '../../statements/index.ts'
import type { Datatype } from '../../statements/index.ts'
import { GEO, xsd } from '../../vocabulary.ts'
import type { JsonLdContext, TermDefinition } from './context.ts'
import { publishedPrefixes, publishedTerms } from './published-terms.ts'

/** The IRI where a site publishes its own context. */
export const publishedContextIri = (base: string): string => `${base}context.jsonld`

/**
 * Builds the context that a site publishes: prefixes, terms for the Wikibase vocabulary, and for each property of the
 * ontology the names `area` (truthy), `p.area`, `ps.area`, `psv.area`, `pq.area`, `pr.area` … after the prefixes that
 * Wikidata gives the same predicates. A property whose key is taken keeps its prefixed names only.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format#Full_list_of_prefixes
 */
export function contextFromOntology(
  ontology: Ontology,
  base: string,
  factory: DataFactory,
): JsonLdContext {
  const termsOf = createPropertyTerms(factory)
  const properties = [...ontology.properties.values()].sort((left, right) =>
    left.key < right.key ? -1 : 1,
  )
  return {
    ...Object.fromEntries(
      properties.flatMap((property) => aliases(property, termsOf(property.entityIri))),
    ),
    ...publishedPrefixes(base),
    ...publishedTerms,
  }
}

function aliases(property: Property, terms: PropertyTerms): [string, TermDefinition][] {
  const { key, datatype } = property
  const valueType = valueTypeOf(datatype)
  const simple = simpleType(datatype)
  const hasNode = nodeValueTypes.has(valueType)
  const isNormalized = valueType === 'quantity' || property.formatterUri !== undefined
  const rows: [name: string, iri: string, type: string | undefined, isUsed: boolean][] = [
    [key, terms.direct.simple.value, simple, true],
    [`wdtn.${key}`, terms.direct.normalized.value, '@id', property.formatterUri !== undefined],
    [`p.${key}`, terms.claim.value, '@id', true],
  ]
  for (const [prefix, family] of families) {
    rows.push(
      [`${prefix}.${key}`, terms[family].simple.value, simple, true],
      [`${prefix}v.${key}`, terms[family].deep.value, '@id', hasNode],
      [`${prefix}n.${key}`, terms[family].normalized.value, '@id', isNormalized],
    )
  }
  return rows.flatMap(([name, iri, type, isUsed]) => (isUsed ? [[name, define(iri, type)]] : []))
}

const families = [
  ['ps', 'statement'],
  ['pq', 'qualifier'],
  ['pr', 'reference'],
] as const

const nodeValueTypes: ReadonlySet<string> = new Set(['quantity', 'time', 'globecoordinate'])

const iriDatatypes: ReadonlySet<Datatype> = new Set<Datatype>([
  'url',
  'commonsMedia',
  'geo-shape',
  'tabular-data',
])

/** What the simple value of a property is written as. */
function simpleType(datatype: Datatype): string | undefined {
  if (iriDatatypes.has(datatype)) return '@id'
  return simpleTypes[valueTypeOf(datatype)]
}

const simpleTypes = {
  entityid: '@id',
  string: undefined,
  monolingualtext: undefined,
  quantity: xsd.decimal,
  time: xsd.dateTime,
  globecoordinate: `${GEO}wktLiteral`,
} as const

const define = (iri: string, type: string | undefined): TermDefinition =>
  type === undefined ? { '@id': iri } : { '@id': iri, '@type': type }
