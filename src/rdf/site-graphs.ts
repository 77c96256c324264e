import type { DataFactory, NamedNode, Quad, Term } from '@rdfjs/types'
import { Parser } from 'n3'
import type { Entity } from '../statements/index.ts'
import { rdf, rdfs, skos, WIKIBASE } from '../vocabulary.ts'
import type { Ontology, OntologyDocument, OntologyTerm } from './ontology/index.ts'
import { describeEntities, schemaView, type SchemaTerms } from './schema/index.ts'
import { createStatementIris, createWikibaseView, type Normalization } from './wikibase/index.ts'

/** The named graphs of a site. */
export type SiteGraph = 'wikibase' | 'schema' | 'ontology' | 'dataset'

/** Names a graph of a site. */
export const graphIri = (base: string, graph: SiteGraph): string => `${base}graph/${graph}`

/** What a site says, as far as its graphs depend on it. */
export interface SiteFacts {
  readonly base: string
  readonly license: string
  readonly languages: readonly string[]
  readonly ontology: Ontology
  readonly ontologyDocuments: readonly OntologyDocument[]
  readonly entities: readonly Entity[]
}

interface Writing {
  readonly factory: DataFactory
  readonly terms: SchemaTerms
}

/**
 * Writes the graphs of a site: every statement in the Wikibase view and in the schema.org view, and the ontology with
 * the definitions of its properties. There are no blank nodes, and the same facts give the same quads in the same order.
 */
export function* siteGraphs(facts: SiteFacts, writing: Writing): Generator<Quad> {
  yield* wikibaseGraph(facts, writing)
  yield* schemaGraph(facts, writing)
  yield* ontologyGraph(facts, writing)
}

/** Derives the normalization of values (units to SI, external ids to IRIs) from an ontology. */
export const ontologyNormalization = (ontology: Ontology): Normalization => ({
  formatterUri: (property) => ontology.findProperty(property)?.formatterUri,
  conversion: (unit) => ontology.findUnit(unit)?.conversion,
})

function* wikibaseGraph(facts: SiteFacts, { factory }: Writing): Generator<Quad> {
  const { base, license, ontology } = facts
  const graph = factory.namedNode(graphIri(base, 'wikibase'))
  const normalization = ontologyNormalization(ontology)
  const view = createWikibaseView({ factory, graph, base, license, normalization })
  for (const entity of facts.entities) yield* view.entity(entity)
}

function* schemaGraph(facts: SiteFacts, { factory, terms }: Writing): Generator<Quad> {
  const { base, ontology, languages, entities } = facts
  const descriptions = describeEntities(entities, ontology)
  const context = {
    factory,
    graph: factory.namedNode(graphIri(base, 'schema')),
    ontology,
    terms,
    languages,
    findEntity: (iri: string) => descriptions.get(iri),
  }
  const statementIri = createStatementIris(base)
  for (const entity of entities) yield* schemaView(entity, context, statementIri)
}

function* ontologyGraph(facts: SiteFacts, { factory }: Writing): Generator<Quad> {
  const { base, ontology } = facts
  const graph = factory.namedNode(graphIri(base, 'ontology'))
  const quad = skolemizer(factory, graph, base)
  for (const { text } of facts.ontologyDocuments) {
    const parser = new Parser({ baseIRI: `${base}ontology/`, format: 'text/turtle' })
    for (const parsed of parser.parse(text)) yield quad(parsed)
  }
  const view = createWikibaseView({ factory, graph, base })
  for (const { entityIri, datatype } of ontology.properties.values()) {
    const node = factory.namedNode(entityIri)
    yield factory.quad(
      node,
      factory.namedNode(rdf.type),
      factory.namedNode(`${WIKIBASE}Property`),
      graph,
    )
    for (const defined of view.propertyDefinition({ iri: entityIri, datatype })) yield quad(defined)
  }
  for (const table of [ontology.properties, ontology.classes, ontology.units, ontology.concepts]) {
    for (const term of table.values()) yield* labelQuads(term, factory, graph)
  }
}

/** Labels of the items and properties that own terms stand for, so that queries find them as in Wikidata. */
function* labelQuads(
  { entityIri, labels }: OntologyTerm,
  factory: DataFactory,
  graph: NamedNode,
): Generator<Quad> {
  const node = factory.namedNode(entityIri)
  for (const [language, text] of labels) {
    for (const predicate of [rdfs.label, skos.prefLabel]) {
      yield factory.quad(node, factory.namedNode(predicate), factory.literal(text, language), graph)
    }
  }
}

/**
 * Puts quads into a graph with IRIs for blank nodes, numbered as they come: parsers label them as they like.
 *
 * @see https://www.w3.org/TR/rdf11-concepts/#section-skolemization
 */
function skolemizer(factory: DataFactory, graph: NamedNode, base: string) {
  const numbers = new Map<string, number>()
  const named = <T extends Term>(term: T) => {
    if (term.termType !== 'BlankNode') return term
    const number = numbers.get(term.value) ?? numbers.size + 1
    numbers.set(term.value, number)
    return factory.namedNode(`${base}.well-known/genid/ontology-${number}`)
  }
  return ({ subject, predicate, object }: Quad): Quad =>
    factory.quad(named(subject), predicate, named(object), graph)
}
