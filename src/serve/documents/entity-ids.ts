import type { IdOf } from '../../export/index.ts'
import type { SiteVersion } from '../context.ts'

/**
 * Makes the ids that Wikibase JSON has in the place of IRIs: the id of an entity of the site, the key of a term of its
 * ontology, else what comes after the last slash.
 */
export function entityIdsOf({ base }: SiteVersion): IdOf {
  const own = [`${base}entity/`, `${base}ontology/`]
  return (iri) => {
    const start = own.find((prefix) => iri.startsWith(prefix))
    return start === undefined ? iri.slice(iri.lastIndexOf('/') + 1) : iri.slice(start.length)
  }
}
