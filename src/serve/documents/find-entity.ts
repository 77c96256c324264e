import { UsineError } from '../../errors.ts'
import { didYouMean } from '../../sources/index.ts'
import type { Entity } from '../../statements/index.ts'
import type { SiteVersion } from '../context.ts'
import { siteIndex } from './site-index.ts'

/** What an id leads to: an entity, or the id that took its place. */
export type Found =
  | { readonly kind: 'entity'; readonly entity: Entity }
  | { readonly kind: 'moved'; readonly id: string }

/**
 * Finds what an id of an entity leads to.
 *
 * @throws UsineError ERR_ENTITY_GONE for one that was deleted, ERR_ENTITY_NOT_FOUND for one that never was
 */
export function findEntity(version: SiteVersion, id: string): Found {
  const { byId } = siteIndex(version)
  const entity = byId.get(id)
  if (entity) return { kind: 'entity', entity }
  const { redirects, gone } = version.site.config
  const target = redirects.get(id)
  if (target !== undefined) return { kind: 'moved', id: target }
  if (gone.has(id)) throw new UsineError('ERR_ENTITY_GONE', { id })
  const suggestion = id.length < 100 ? didYouMean(id, byId.keys()) : ''
  throw new UsineError('ERR_ENTITY_NOT_FOUND', { id: shorten(id), suggestion })
}

const shorten = (id: string): string => (id.length > 200 ? `${id.slice(0, 200)}…` : id)
