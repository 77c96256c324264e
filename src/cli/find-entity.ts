import { UsineError } from '../errors.ts'
import { didYouMean } from '../sources/index.ts'
import type { Site } from '../sources/index.ts'
import type { Entity } from '../statements/index.ts'

/**
 * Gets an entity of a site by what people call it: its id, its IRI, or the id of its Wikidata item.
 *
 * @throws UsineError ERR_ENTITY_NOT_FOUND with the nearest id
 */
export function getEntity({ entities }: Site, name: string): Entity {
  const found = entities.find(
    ({ id, iri, sameAs }) =>
      id === name ||
      iri === name ||
      sameAs.some((other) => [other, lastPart(other)].includes(name)),
  )
  if (found) return found
  const ids = entities.map(({ id }) => id)
  throw new UsineError('ERR_ENTITY_NOT_FOUND', { id: name, suggestion: didYouMean(name, ids) })
}

const lastPart = (iri: string): string => iri.slice(iri.lastIndexOf('/') + 1)
