import type { NamedNode } from '@rdfjs/types'
import { datatypeIri } from '../../statements/index.ts'
import type { Datatype } from '../../statements/index.ts'
import { WIKIBASE, owl, rdf } from '../../vocabulary.ts'
import type { QuadCollector, ViewContext } from './context.ts'
import type { PropertyTerms } from './property-terms.ts'
import type { Repository } from './repository.ts'
import { noValueHash } from './value-hash.ts'

/** A predicate of a property: what links the property to it, the term, and its OWL class. */
type Row = readonly [link: string, term: NamedNode, owlClass: string]

/** The datatypes whose values are IRIs. */
const iriDatatypes: ReadonlySet<Datatype> = new Set<Datatype>([
  'wikibase-item',
  'wikibase-property',
  'wikibase-lexeme',
  'wikibase-form',
  'wikibase-sense',
  'entity-schema',
  'url',
  'commonsMedia',
  'geo-shape',
  'tabular-data',
])

/** The datatypes that have normalized values, and the class Wikibase gives their `wdtn:` predicate. */
const normalizedDatatypes: Partial<Readonly<Record<Datatype, string>>> = {
  quantity: owl.DatatypeProperty,
  'external-id': owl.ObjectProperty,
}

/**
 * Writes what a property is made of: its type, its predicates, and the class of things that have no value for it.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format#Properties
 */
export function writePropertyDefinition(
  { iri, datatype }: { readonly iri: string; readonly datatype: Datatype },
  repository: Repository,
  collector: QuadCollector,
  context: ViewContext,
): void {
  const { factory, terms } = context
  const property = context.propertyTerms(iri)
  const wikibase = (name: string): NamedNode => factory.namedNode(WIKIBASE + name)
  collector.add(property.entity, terms.type, wikibase('Property'))
  collector.add(property.entity, wikibase('propertyType'), factory.namedNode(datatypeIri(datatype)))
  for (const [link, term, owlClass] of predicateRows(property, datatype)) {
    collector.add(property.entity, wikibase(link), term)
    collector.add(term, terms.type, factory.namedNode(owlClass))
  }
  collector.add(property.entity, wikibase('novalue'), property.novalue)
  writeNoValueClass(property, repository, collector, context)
}

function predicateRows(property: PropertyTerms, datatype: Datatype): readonly Row[] {
  const simple = iriDatatypes.has(datatype) ? owl.ObjectProperty : owl.DatatypeProperty
  const { claim, direct, statement, qualifier, reference } = property
  const normalized = normalizedDatatypes[datatype]
  return [
    ['directClaim', direct.simple, simple],
    ['claim', claim, owl.ObjectProperty],
    ['statementProperty', statement.simple, simple],
    ['statementValue', statement.deep, owl.ObjectProperty],
    ['qualifier', qualifier.simple, simple],
    ['qualifierValue', qualifier.deep, owl.ObjectProperty],
    ['reference', reference.simple, simple],
    ['referenceValue', reference.deep, owl.ObjectProperty],
    ...(normalized === undefined
      ? []
      : ([
          ['directClaimNormalized', direct.normalized, normalized],
          ['statementValueNormalized', statement.normalized, owl.ObjectProperty],
          ['qualifierValueNormalized', qualifier.normalized, owl.ObjectProperty],
          ['referenceValueNormalized', reference.normalized, owl.ObjectProperty],
        ] as const)),
  ]
}

/** Writes the class of things without value: the complement of "has some value", as OWL says it. */
function writeNoValueClass(
  { id, novalue, direct }: PropertyTerms,
  { skolem, name }: Repository,
  collector: QuadCollector,
  { factory, terms }: ViewContext,
): void {
  const hash = noValueHash(name, id)
  const restriction =
    skolem === undefined ? factory.blankNode(hash) : factory.namedNode(skolem + hash)
  collector.add(novalue, terms.type, factory.namedNode(owl.Class))
  collector.add(novalue, factory.namedNode(owl.complementOf), restriction)
  collector.add(restriction, factory.namedNode(rdf.type), factory.namedNode(owl.Restriction))
  collector.add(restriction, factory.namedNode(owl.onProperty), direct.simple)
  collector.add(restriction, factory.namedNode(owl.someValuesFrom), factory.namedNode(owl.Thing))
}
