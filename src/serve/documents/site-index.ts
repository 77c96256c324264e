import { statementNodeName } from '../../rdf/index.ts'
import type { Entity, Terms } from '../../statements/index.ts'
import type { SiteVersion } from '../context.ts'

/** What is looked up in a version of a site. */
export interface SiteIndex {
  readonly byId: ReadonlyMap<string, Entity>
  readonly byIri: ReadonlyMap<string, Entity>
  /** Ids of entities by the names of the nodes of their statements. */
  readonly ownerOfStatement: ReadonlyMap<string, string>
  /** Labels of an entity of the site, or of a term of its ontology. */
  labelsOf(iri: string): Terms | undefined
}

/** Makes a function that builds something once for each version of a site. */
export function perVersion<T>(build: (version: SiteVersion) => T): (version: SiteVersion) => T {
  const built = new WeakMap<SiteVersion, { readonly value: T }>()
  return (version) => {
    const known = built.get(version)
    if (known) return known.value
    const value = build(version)
    built.set(version, { value })
    return value
  }
}

/** Gets the index of a version of a site. */
export const siteIndex: (version: SiteVersion) => SiteIndex = perVersion(({ site }) => {
  const { entities, ontology } = site
  const byIri = new Map(entities.map((entity) => [entity.iri, entity]))
  const terms = new Map(
    [ontology.properties, ontology.classes, ontology.units, ontology.concepts].flatMap((table) =>
      [...table.values()].flatMap(({ iri, entityIri, labels }): [string, Terms][] => [
        [iri, labels],
        [entityIri, labels],
      ]),
    ),
  )
  return {
    byId: new Map(entities.map((entity) => [entity.id, entity])),
    byIri,
    ownerOfStatement: new Map(
      entities.flatMap(({ id, statements }) =>
        statements.map((statement): [string, string] => [statementNodeName(statement.id), id]),
      ),
    ),
    labelsOf: (iri) => byIri.get(iri)?.labels ?? terms.get(iri),
  }
})
