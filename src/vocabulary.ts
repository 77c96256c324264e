/** The namespaces and terms of other vocabularies that the code names, one constant each. */

const term = <T extends string>(base: string, names: readonly T[]) =>
  Object.fromEntries(names.map((name) => [name, base + name])) as Readonly<Record<T, string>>

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
export const RDFS = 'http://www.w3.org/2000/01/rdf-schema#'
export const OWL = 'http://www.w3.org/2002/07/owl#'
export const XSD = 'http://www.w3.org/2001/XMLSchema#'
export const SKOS = 'http://www.w3.org/2004/02/skos/core#'
export const ONTOLEX = 'http://www.w3.org/ns/lemon/ontolex#'
export const PROV = 'http://www.w3.org/ns/prov#'
export const DCTERMS = 'http://purl.org/dc/terms/'
export const DCAT = 'http://www.w3.org/ns/dcat#'
export const VOID = 'http://rdfs.org/ns/void#'
export const SHACL = 'http://www.w3.org/ns/shacl#'
export const QUDT = 'http://qudt.org/schema/qudt/'
export const QUDT_UNIT = 'http://qudt.org/vocab/unit/'
export const GEO = 'http://www.opengis.net/ont/geosparql#'
export const CC = 'http://creativecommons.org/ns#'
/** schema.org, as Wikibase and the published context write it: http, never https. */
export const SCHEMA = 'http://schema.org/'
export const WIKIBASE = 'http://wikiba.se/ontology#'
export const WIKIDATA = 'http://www.wikidata.org/'
export const WIKIDATA_ENTITY = `${WIKIDATA}entity/`
export const WIKIDATA_DATA = 'https://www.wikidata.org/wiki/Special:EntityData/'

export const rdf = term(RDF, ['type', 'langString', 'first', 'rest', 'nil', 'Property'])
export const rdfs = term(RDFS, [
  'label',
  'comment',
  'subClassOf',
  'domain',
  'range',
  'Class',
  'seeAlso',
  'isDefinedBy',
])
export const owl = term(OWL, [
  'sameAs',
  'ObjectProperty',
  'DatatypeProperty',
  'Class',
  'Restriction',
  'Thing',
  'complementOf',
  'onProperty',
  'someValuesFrom',
  'inverseOf',
  'Ontology',
])
export const xsd = term(XSD, [
  'string',
  'integer',
  'decimal',
  'double',
  'boolean',
  'dateTime',
  'date',
  'gYear',
  'gYearMonth',
  'anyURI',
])
export const skos = term(SKOS, ['prefLabel', 'altLabel', 'exactMatch', 'closeMatch', 'Concept'])
export const prov = term(PROV, [
  'wasDerivedFrom',
  'wasGeneratedBy',
  'wasAttributedTo',
  'used',
  'Entity',
  'Activity',
  'SoftwareAgent',
  'wasAssociatedWith',
])

/** Wikidata items with a meaning in the data model itself. */
export const wikidata = {
  /** The unit of a quantity that has none: "1". */
  one: `${WIKIDATA_ENTITY}Q199`,
  gregorian: `${WIKIDATA_ENTITY}Q1985727`,
  julian: `${WIKIDATA_ENTITY}Q1985786`,
  earth: `${WIKIDATA_ENTITY}Q2`,
} as const
