import type { DataFactory, NamedNode } from '@rdfjs/types'
import {
  CC,
  DCTERMS,
  ONTOLEX,
  SCHEMA,
  SKOS,
  WIKIBASE,
  owl,
  prov,
  rdf,
  rdfs,
  skos,
  xsd,
} from '../../vocabulary.ts'

/** The predicates, classes and datatypes of the Wikibase view. */
const iris = {
  type: rdf.type,
  label: rdfs.label,
  prefLabel: skos.prefLabel,
  altLabel: skos.altLabel,
  sameAs: owl.sameAs,
  wasDerivedFrom: prov.wasDerivedFrom,
  integer: xsd.integer,
  dateTime: xsd.dateTime,
  license: `${CC}license`,
  name: `${SCHEMA}name`,
  description: `${SCHEMA}description`,
  Dataset: `${SCHEMA}Dataset`,
  Article: `${SCHEMA}Article`,
  about: `${SCHEMA}about`,
  softwareVersion: `${SCHEMA}softwareVersion`,
  version: `${SCHEMA}version`,
  dateModified: `${SCHEMA}dateModified`,
  inLanguage: `${SCHEMA}inLanguage`,
  isPartOf: `${SCHEMA}isPartOf`,
  Statement: `${WIKIBASE}Statement`,
  Reference: `${WIKIBASE}Reference`,
  BestRank: `${WIKIBASE}BestRank`,
  preferred: `${WIKIBASE}PreferredRank`,
  normal: `${WIKIBASE}NormalRank`,
  deprecated: `${WIKIBASE}DeprecatedRank`,
  rank: `${WIKIBASE}rank`,
  quantityNormalized: `${WIKIBASE}quantityNormalized`,
  badge: `${WIKIBASE}badge`,
  wikiGroup: `${WIKIBASE}wikiGroup`,
  statements: `${WIKIBASE}statements`,
  sitelinks: `${WIKIBASE}sitelinks`,
  identifiers: `${WIKIBASE}identifiers`,
  lemma: `${WIKIBASE}lemma`,
  lexicalCategory: `${WIKIBASE}lexicalCategory`,
  grammaticalFeature: `${WIKIBASE}grammaticalFeature`,
  representation: `${ONTOLEX}representation`,
  lexicalForm: `${ONTOLEX}lexicalForm`,
  sense: `${ONTOLEX}sense`,
  LexicalEntry: `${ONTOLEX}LexicalEntry`,
  Form: `${ONTOLEX}Form`,
  LexicalSense: `${ONTOLEX}LexicalSense`,
  definition: `${SKOS}definition`,
  language: `${DCTERMS}language`,
} as const

/** The predicates, classes and datatypes of the Wikibase view, as terms. */
export type Terms = Readonly<Record<keyof typeof iris, NamedNode>>

/** Makes the terms of the Wikibase view. */
export const createTerms = (factory: DataFactory): Terms =>
  Object.fromEntries(
    Object.entries(iris).map(([name, iri]) => [name, factory.namedNode(iri)]),
  ) as Terms
