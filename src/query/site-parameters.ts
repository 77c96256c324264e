import type { Site } from '../sources/index.ts'
import type { ParameterContext } from './parameter-types.ts'

/** Something of a site that parameters can name. */
export interface NamedEntity {
  readonly iri: string
  /** What people call it: its id, IRIs, ids of Wikidata. */
  readonly names: readonly string[]
}

/** Gets what the parameters of a site's queries are read against. */
export function siteParameters({ config, entities, ontology }: Site): ParameterContext {
  const { base, languages, defaultEntity, redirects } = config
  const moved = (id: string) =>
    [...redirects].flatMap(([from, to]) => (to === id ? [from, `${base}entity/${from}`] : []))
  const { classes, units, concepts } = ontology
  const terms = [classes, units, concepts].flatMap((table) => [...table.values()])
  return {
    base,
    languages,
    properties: ontology.properties,
    entities: [
      ...entities.map(({ id, iri, sameAs }) => ({
        iri,
        names: [id, iri, ...sameAs.flatMap(withId), ...moved(id)],
      })),
      ...terms.map(({ iri, entityIri }) => ({
        iri: entityIri,
        names: [iri, ...withId(entityIri)],
      })),
    ],
    ...(defaultEntity !== undefined && { defaultEntity }),
  }
}

/** An IRI, and the id at its end. */
const withId = (iri: string): readonly string[] => {
  const id = /\/(Q[1-9]\d*)$/.exec(iri)?.[1]
  return id === undefined ? [iri] : [iri, id]
}
