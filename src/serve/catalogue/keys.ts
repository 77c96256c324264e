import { WIKIDATA_ENTITY } from '../../vocabulary.ts'
import type { SiteVersion } from '../context.ts'
import { siteIndex } from '../documents/site-index.ts'

/** Names terms in paths: by their key in the ontology or their id, else, and where two would be the same, by their IRI. */
export function assignKeys(
  iris: Iterable<string>,
  version: SiteVersion,
  table: 'classes' | 'properties',
): Map<string, string> {
  const { ontology } = version.site
  const known = ontology[table]
  const find = (iri: string) =>
    table === 'classes' ? ontology.findClass(iri) : ontology.findProperty(iri)
  const taken = new Set(known.keys())
  const keys = new Map<string, string>()
  for (const iri of iris) {
    const term = find(iri)
    const short = term?.key ?? shortName(iri, version)
    const key = term === undefined && taken.has(short) ? iri : short
    taken.add(key)
    keys.set(iri, key)
  }
  return keys
}

function shortName(iri: string, version: SiteVersion): string {
  const entity = siteIndex(version).byIri.get(iri)
  if (entity) return entity.id
  const id = iri.startsWith(WIKIDATA_ENTITY) ? iri.slice(WIKIDATA_ENTITY.length) : ''
  return /^[PQ]\d+$/.test(id) ? id : iri
}
