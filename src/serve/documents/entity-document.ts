import { DataFactory } from 'n3'
import { exportEntity, writeWikibaseJson } from '../../export/index.ts'
import type { Entity } from '../../statements/index.ts'
import type { SiteVersion } from '../context.ts'
import { encodePart } from '../respond/paths.ts'
import { entityIdsOf } from './entity-ids.ts'
import { dataLinks, entityFormats, entityPaths } from './links.ts'
import type { QuadsDocument } from './quads-document.ts'

/** The data about an entity. */
export const entityDocument = (entity: Entity, version: SiteVersion): QuadsDocument => ({
  path: `/data/${encodePart(entity.id)}`,
  about: entity.iri,
  hasViews: true,
  hasExtensions: true,
  formats: entityFormats,
  page: entityPaths({ entity, version }).page,
  quads: (view, keepGraphs) => {
    const { base, store } = version
    return exportEntity(store, entity.iri, { view, keepGraphs, base, factory: DataFactory })
  },
  links: (view) => dataLinks({ entity, version, view }),
  wikibaseJson: () => writeWikibaseJson([entity], entityIdsOf(version)),
})
