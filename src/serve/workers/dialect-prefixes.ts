import { DCTERMS, ONTOLEX } from '../../vocabulary.ts'

const BIGDATA = 'http://www.bigdata.com/'

/**
 * The prefixes that queries written for the Wikidata Query Service use without declaring them, beside those that
 * the data itself has.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format#Full_list_of_prefixes
 */
export const dialectPrefixes: Readonly<Record<string, string>> = {
  bd: `${BIGDATA}rdf#`,
  bds: `${BIGDATA}rdf/search#`,
  dct: DCTERMS,
  gas: `${BIGDATA}rdf/gas#`,
  geof: 'http://www.opengis.net/def/geosparql/function/',
  hint: `${BIGDATA}queryHints#`,
  mediawiki: 'https://www.mediawiki.org/ontology#',
  mwapi: 'https://www.mediawiki.org/ontology#API/',
  ontolex: ONTOLEX,
  uom: 'http://www.opengis.net/def/uom/OGC/1.0/',
}
