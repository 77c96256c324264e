import type { Entity } from '../../statements/index.ts'
import { kindsOf } from '../catalogue/index.ts'
import type { PageContext } from '../pages/page-context.ts'
import { paginate } from '../pages/paging.ts'
import { labelOf, pickText } from '../pages/values/link.ts'
import type { LocalText } from '../pages/values/link.ts'
import { basePath, encodePart } from '../respond/paths.ts'
import { findEntities } from './find-entities.ts'
import { matchedName } from './matched-name.ts'
import type { SearchIndex } from './search-index.ts'

/** A search, and the page of its hits. */
export interface Search {
  readonly text: string
  readonly page: number
  readonly index: SearchIndex
}

/**
 * Writes what a search found as JSON, best first, with labels in the language of who asks.
 *
 * @throws UsineError ERR_PATH_NOT_FOUND for a page after the last
 */
export function hitsToJson({ text, page, index }: Search, context: PageContext): string {
  const { total, best, isNearby } = findEntities(text, index)
  const { pages, start, end } = paginate(best.length, page, context.path)
  const hits = best.slice(start, end).map((entity) => describeHit(entity, text, context))
  return `${JSON.stringify({ total, isNearby, page, pages, hits }, undefined, 2)}\n`
}

function describeHit(entity: Entity, text: string, context: PageContext): object {
  const { id, iri } = entity
  const label: LocalText = pickText(entity.labels, context) ?? { text: id, language: 'mul' }
  const description = pickText(entity.descriptions, context)
  const [kind] = kindsOf(entity, context.version)
  const match = matchedName(entity, text, label.text)
  return {
    id,
    iri,
    label: label.text,
    language: label.language ?? context.language,
    ...(match && { match: match.text }),
    ...(description && { description: description.text }),
    ...(kind !== undefined && { class: labelOf(kind, context).text }),
    page: `${basePath(context.version.base)}/page/${encodePart(id)}`,
  }
}
