import type { Ontology, Property } from '../../../src/rdf/ontology/ontology.ts'

export const base = 'https://flins.example/'

/** A property of which only what matters here is said. */
export const property = (key: string, more: Partial<Property> = {}): Property =>
  ({
    key,
    iri: `${base}ontology/${key}`,
    entityIri: `${base}ontology/${key}`,
    labels: new Map([['en', key]]),
    comments: new Map([['en', key]]),
    datatype: 'string',
    schema: [],
    units: [],
    ...more,
  }) as Partial<Property> as Property

/** An ontology of nothing but properties. */
export function ontologyOf(...properties: readonly Property[]): Ontology {
  const find = (iri: string) => properties.find(({ entityIri }) => entityIri === iri)
  return {
    properties: new Map(properties.map((each) => [each.key, each])),
    classes: new Map(),
    units: new Map(),
    concepts: new Map(),
    findProperty: find,
    findClass: () => undefined,
    findUnit: () => undefined,
    findUnitBySymbol: () => undefined,
  }
}

/** A small ontology of factories, with a property of each kind. */
export const factoryOntology = ontologyOf(
  property('area', { entityIri: 'http://www.wikidata.org/entity/P2046', datatype: 'quantity' }),
  property('inception', { entityIri: 'http://www.wikidata.org/entity/P571', datatype: 'time' }),
  property('instanceOf', {
    entityIri: 'http://www.wikidata.org/entity/P31',
    datatype: 'wikibase-item',
  }),
  property('coordinates', {
    entityIri: 'http://www.wikidata.org/entity/P625',
    datatype: 'globe-coordinate',
  }),
  property('robots', { datatype: 'quantity' }),
  property('nickname', { datatype: 'monolingualtext' }),
  property('website', { entityIri: 'http://www.wikidata.org/entity/P856', datatype: 'url' }),
  property('viaf', {
    entityIri: 'http://www.wikidata.org/entity/P214',
    datatype: 'external-id',
    formatterUri: 'http://viaf.org/viaf/$1',
  }),
)
