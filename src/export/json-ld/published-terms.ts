import {
  CC,
  DCAT,
  DCTERMS,
  GEO,
  OWL,
  PROV,
  RDF,
  RDFS,
  SCHEMA,
  SKOS,
  VOID,
  WIKIBASE,
  WIKIDATA,
  WIKIDATA_ENTITY,
  XSD,
} from '../../vocabulary.ts'
import type { JsonLdContext, TermDefinition } from './context.ts'

const PROP = `${WIKIDATA}prop/`

/**
 * The prefixes of the published context. None is a registered URI scheme (`data`, `geo`), since IRIs of that scheme
 * would then be read as prefixed names.
 */
export const publishedPrefixes = (base: string): JsonLdContext => ({
  entity: `${base}entity/`,
  document: `${base}data/`,
  statement: `${base}statement/`,
  value: `${base}value/`,
  reference: `${base}reference/`,
  ontology: `${base}ontology/`,
  wd: WIKIDATA_ENTITY,
  wds: `${WIKIDATA_ENTITY}statement/`,
  wdv: `${WIKIDATA}value/`,
  wdref: `${WIKIDATA}reference/`,
  wdt: `${PROP}direct/`,
  wdtn: `${PROP}direct-normalized/`,
  wdno: `${PROP}novalue/`,
  p: PROP,
  ps: `${PROP}statement/`,
  psv: `${PROP}statement/value/`,
  psn: `${PROP}statement/value-normalized/`,
  pq: `${PROP}qualifier/`,
  pqv: `${PROP}qualifier/value/`,
  pqn: `${PROP}qualifier/value-normalized/`,
  pr: `${PROP}reference/`,
  prv: `${PROP}reference/value/`,
  prn: `${PROP}reference/value-normalized/`,
  cc: CC,
  dcat: DCAT,
  dcterms: DCTERMS,
  owl: OWL,
  prov: PROV,
  rdf: RDF,
  rdfs: RDFS,
  schema: SCHEMA,
  skos: SKOS,
  void: VOID,
  wikibase: WIKIBASE,
  xsd: XSD,
})

const plain = (namespace: string, names: readonly string[]) =>
  names.map((name): [string, TermDefinition] => [name, { '@id': namespace + name }])

const typed = (namespace: string, type: string, names: readonly string[]) =>
  names.map((name): [string, TermDefinition] => [name, { '@id': namespace + name, '@type': type }])

const byLanguage = (namespace: string, names: readonly string[]) =>
  names.map((name): [string, TermDefinition] => [
    name,
    { '@id': namespace + name, '@container': '@language' },
  ])

/** The terms of the Wikibase vocabulary, and of the others that Wikibase uses. */
export const publishedTerms: JsonLdContext = Object.fromEntries([
  ...plain(WIKIBASE, ['Item', 'Property', 'Statement', 'Reference', 'BestRank']),
  ...plain(WIKIBASE, ['PreferredRank', 'NormalRank', 'DeprecatedRank']),
  ...plain(WIKIBASE, ['QuantityValue', 'TimeValue', 'GlobecoordinateValue', 'GeoAutoPrecision']),
  ...typed(WIKIBASE, '@vocab', ['rank']),
  ...typed(WIKIBASE, '@id', ['badge', 'propertyType']),
  ...typed(WIKIBASE, `${XSD}decimal`, [
    'quantityAmount',
    'quantityUpperBound',
    'quantityLowerBound',
  ]),
  ...typed(WIKIBASE, '@id', ['quantityUnit', 'quantityNormalized']),
  ...typed(WIKIBASE, `${XSD}dateTime`, ['timeValue']),
  ...plain(WIKIBASE, ['timePrecision', 'timeTimezone']),
  ...typed(WIKIBASE, '@id', ['timeCalendarModel', 'geoGlobe']),
  ...typed(WIKIBASE, `${XSD}double`, ['geoLatitude', 'geoLongitude', 'geoPrecision']),
  ...plain(WIKIBASE, ['statements', 'sitelinks', 'identifiers', 'wikiGroup']),
  ['wktLiteral', { '@id': `${GEO}wktLiteral` }],
  ...byLanguage(RDFS, ['label']),
  ...byLanguage(SKOS, ['prefLabel', 'altLabel']),
  ...byLanguage(SCHEMA, ['name', 'description']),
  ...typed(SCHEMA, '@id', ['about', 'isPartOf']),
  ...plain(SCHEMA, ['inLanguage', 'softwareVersion', 'version']),
  ...typed(SCHEMA, `${XSD}dateTime`, ['dateModified']),
  ...typed(CC, '@id', ['license']),
  ...typed(OWL, '@id', ['sameAs']),
  ...typed(PROV, '@id', ['wasDerivedFrom']),
])
