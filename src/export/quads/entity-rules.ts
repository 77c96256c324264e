import { owl, rdf, SCHEMA, WIKIBASE, WIKIDATA_ENTITY } from '../../vocabulary.ts'
import type { ViewGraph } from '../view.ts'

/** Which nodes of a graph belong to the document about an entity, beside the entity itself. */
export interface EntityRule {
  /** Nodes that point to the entity by these predicates belong to it, unless they are entities. */
  readonly pointsBack: readonly string[]
  readonly isEntity: (iri: string, node: NodeFacts) => boolean
  /** Nodes that something in the document points to belong to it where this says so. */
  readonly belongs: (iri: string, node: NodeFacts) => boolean
}

/** What a rule may ask about a node. */
export interface NodeFacts {
  /** The base IRI of the site. */
  readonly base: string
  /** Lists the objects of a predicate, as text. */
  values(predicate: string): readonly string[]
}

/** The nodes that Wikibase makes for an entity's statements. */
const partClasses: ReadonlySet<string> = new Set(
  ['Statement', 'Reference', 'QuantityValue', 'TimeValue', 'GlobecoordinateValue'].map(
    (name) => WIKIBASE + name,
  ),
)

/**
 * What belongs to an entity, graph by graph.
 *
 * In the Wikibase view it is what Special:EntityData gives in the flavour `dump`: statements, references and values;
 * the document, sitelinks and redirects that name the entity.
 *
 * In the schema.org view it is all that can be reached without passing another entity: addresses, events, property
 * values. Observations point to what they are about, and nothing points to them, so they are found backwards. An event
 * that merely mentions the entity belongs to the entity that holds it, whose document tells it whole.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/EntityData
 */
export const entityRules = {
  wikibase: {
    pointsBack: [`${SCHEMA}about`, owl.sameAs],
    isEntity: (_, { values }) => values(rdf.type).includes(`${WIKIBASE}Item`),
    belongs: (_, { values }) =>
      values(rdf.type).some((type) => partClasses.has(type)) ||
      values(`${WIKIBASE}wikiGroup`).length > 0,
  },
  schema: {
    pointsBack: [`${SCHEMA}observationAbout`],
    isEntity: hasOwnDocument,
    belongs: (iri, node) => !hasOwnDocument(iri, node),
  },
} satisfies Record<ViewGraph, EntityRule>

/** Tells whether an IRI names one of the site's entities or an item of Wikidata. */
function hasOwnDocument(iri: string, { base }: NodeFacts): boolean {
  if (iri.startsWith(`${base}entity/`)) return true
  return iri.startsWith(WIKIDATA_ENTITY) && /^[LMQ]\d+$/.test(iri.slice(WIKIDATA_ENTITY.length))
}
