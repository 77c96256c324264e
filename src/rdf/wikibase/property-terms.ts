import type { DataFactory, NamedNode } from '@rdfjs/types'
import { WIKIDATA_ENTITY } from '../../vocabulary.ts'

/** The predicates by which one kind of node points to the values of a property. */
export interface ValuePredicates {
  readonly namespace: string
  readonly simple: NamedNode
  readonly deep?: NamedNode
  readonly normalized: NamedNode
}

/** The RDF terms of one property: its entity, and the predicates and class derived from it. */
export interface PropertyTerms {
  readonly id: string
  readonly entity: NamedNode
  readonly claim: NamedNode
  readonly novalue: NamedNode
  readonly direct: ValuePredicates
  readonly statement: Required<ValuePredicates>
  readonly qualifier: Required<ValuePredicates>
  readonly reference: Required<ValuePredicates>
}

/** Where a value hangs: on the entity itself, on a statement as main value or qualifier, or on a reference. */
export type Position = 'direct' | 'statement' | 'qualifier' | 'reference'

/**
 * Derives the namespace of a property's predicates from its IRI: `…/entity/P1` and `…/ontology/area` both lead to
 * `…/prop/`.
 */
export function propertyNamespace(propertyIri: string): { namespace: string; id: string } {
  const slash = propertyIri.lastIndexOf('/')
  const id = propertyIri.slice(slash + 1)
  if (propertyIri.startsWith(WIKIDATA_ENTITY)) {
    return { namespace: `${WIKIDATA_ENTITY.slice(0, -'entity/'.length)}prop/`, id }
  }
  const parent = propertyIri.lastIndexOf('/', slash - 1)
  return { namespace: `${propertyIri.slice(0, parent + 1)}prop/`, id }
}

/** Makes the terms of a property, each once. */
export function createPropertyTerms(factory: DataFactory): (propertyIri: string) => PropertyTerms {
  const known = new Map<string, PropertyTerms>()
  return (propertyIri) => {
    let terms = known.get(propertyIri)
    if (!terms) {
      terms = derive(propertyIri, factory)
      known.set(propertyIri, terms)
    }
    return terms
  }
}

function derive(propertyIri: string, factory: DataFactory): PropertyTerms {
  const { namespace, id } = propertyNamespace(propertyIri)
  const term = (path: string): NamedNode => factory.namedNode(namespace + path + id)
  const family = (path: string): Required<ValuePredicates> => ({
    namespace: namespace + path,
    simple: term(path),
    deep: term(`${path}value/`),
    normalized: term(`${path}value-normalized/`),
  })
  return {
    id,
    entity: factory.namedNode(propertyIri),
    claim: term(''),
    novalue: term('novalue/'),
    direct: {
      namespace: `${namespace}direct/`,
      simple: term('direct/'),
      normalized: term('direct-normalized/'),
    },
    statement: family('statement/'),
    qualifier: family('qualifier/'),
    reference: family('reference/'),
  }
}
