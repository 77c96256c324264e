import { WIKIDATA_DATA, WIKIDATA_ENTITY } from '../../vocabulary.ts'

/** Where the nodes of one repository of entities are named. */
export interface Repository {
  readonly statement: string
  readonly value: string
  readonly reference: string
  readonly document: string
  /** Of own data, which has no blank nodes: what unknown values are named under. */
  readonly skolem?: string
  /** The name that goes into the hashes of blank nodes. */
  readonly name: string
}

/** Names the nodes of a site. */
export const siteRepository = (base: string): Repository => ({
  statement: `${base}statement/`,
  value: `${base}value/`,
  reference: `${base}reference/`,
  document: `${base}data/`,
  skolem: `${base}.well-known/genid/`,
  name: 'site',
})

/**
 * Names the nodes of a Wikibase, given the base of its entity IRIs (`http://www.wikidata.org/entity/`).
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format
 */
export function wikibaseRepository(conceptBase: string): Repository {
  const top = conceptBase.endsWith('entity/')
    ? conceptBase.slice(0, -'entity/'.length)
    : conceptBase
  return {
    statement: `${conceptBase}statement/`,
    value: `${top}value/`,
    reference: `${top}reference/`,
    document: conceptBase === WIKIDATA_ENTITY ? WIKIDATA_DATA : `${top}wiki/Special:EntityData/`,
    name: 'wikidata',
  }
}

/** Finds the repository of an entity: the site's own or a Wikibase. */
export function createRepositoryFinder(
  base: string | undefined,
): (entityIri: string) => Repository {
  const known = new Map<string, Repository>()
  const site = base === undefined ? undefined : siteRepository(base)
  return (entityIri) => {
    if (site && base !== undefined && entityIri.startsWith(base)) return site
    const conceptBase = entityIri.slice(0, entityIri.lastIndexOf('/') + 1)
    let repository = known.get(conceptBase)
    if (!repository) {
      repository = wikibaseRepository(conceptBase)
      known.set(conceptBase, repository)
    }
    return repository
  }
}
