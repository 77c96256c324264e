import {
  CC,
  DCAT,
  DCTERMS,
  GEO,
  OWL,
  PROV,
  QUDT,
  QUDT_UNIT,
  RDF,
  RDFS,
  SCHEMA,
  SHACL,
  SKOS,
  VOID,
  WIKIBASE,
  WIKIDATA,
  WIKIDATA_DATA,
  WIKIDATA_ENTITY,
  XSD,
} from '../vocabulary.ts'
import type { Prefixes } from './formats/index.ts'

const PROP = `${WIKIDATA}prop/`

/**
 * The prefixes that Wikidata declares, and those of the vocabularies used here.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format#Full_list_of_prefixes
 */
export const defaultPrefixes: Prefixes = {
  wd: WIKIDATA_ENTITY,
  wds: `${WIKIDATA_ENTITY}statement/`,
  wdv: `${WIKIDATA}value/`,
  wdref: `${WIKIDATA}reference/`,
  wdata: WIKIDATA_DATA,
  ...propertyPrefixes(PROP),
  wikibase: WIKIBASE,
  schema: SCHEMA,
  cc: CC,
  dcat: DCAT,
  dcterms: DCTERMS,
  geo: GEO,
  owl: OWL,
  prov: PROV,
  qudt: QUDT,
  unit: QUDT_UNIT,
  rdf: RDF,
  rdfs: RDFS,
  sh: SHACL,
  skos: SKOS,
  void: VOID,
  xsd: XSD,
}

/**
 * Adds the prefixes of a site to the default ones. The site's entities take the empty prefix (`:flins`), since
 * they are what its files and queries are about; its terms are `ont:`; its nodes and predicates are named as
 * Wikidata names its own, with `e` before (`ewdt:`, `eps:`), so that whoever knows the one can read the other.
 */
export function addSitePrefixes(base: string, prefixes: Prefixes = defaultPrefixes): Prefixes {
  const own = Object.entries(propertyPrefixes(`${base}prop/`))
  return {
    ...prefixes,
    '': `${base}entity/`,
    ont: `${base}ontology/`,
    data: `${base}data/`,
    graph: `${base}graph/`,
    s: `${base}statement/`,
    v: `${base}value/`,
    ref: `${base}reference/`,
    ...Object.fromEntries(own.map(([prefix, iri]) => [`e${prefix}`, iri])),
  }
}

function propertyPrefixes(prop: string): Prefixes {
  return {
    wdt: `${prop}direct/`,
    wdtn: `${prop}direct-normalized/`,
    p: prop,
    ps: `${prop}statement/`,
    psv: `${prop}statement/value/`,
    psn: `${prop}statement/value-normalized/`,
    pq: `${prop}qualifier/`,
    pqv: `${prop}qualifier/value/`,
    pqn: `${prop}qualifier/value-normalized/`,
    pr: `${prop}reference/`,
    prv: `${prop}reference/value/`,
    prn: `${prop}reference/value-normalized/`,
    wdno: `${prop}novalue/`,
  }
}
