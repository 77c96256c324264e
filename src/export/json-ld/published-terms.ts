import { addSitePrefixes } from '../../rdf/index.ts'
import { CC, GEO, OWL, PROV, RDFS, SCHEMA, SKOS, WIKIBASE, XSD } from '../../vocabulary.ts'
import type { JsonLdContext, TermDefinition } from './context.ts'

/**
 * The prefixes of the published context: those of Turtle and queries, but that a prefix cannot be empty here, and must
 * not be a URI scheme in common use (`data`, `geo`), since IRIs of that scheme would be read as prefixed names.
 */
export const publishedPrefixes = (base: string): JsonLdContext =>
  Object.fromEntries(
    Object.entries(addSitePrefixes(base)).flatMap(([prefix, namespace]) => {
      const name = Object.hasOwn(otherNames, prefix) ? otherNames[prefix] : prefix
      return name === undefined ? [] : [[name, namespace]]
    }),
  )

const otherNames: Readonly<Record<string, string | undefined>> = {
  '': 'entity',
  data: 'document',
  geo: undefined,
}

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
