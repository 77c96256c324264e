import { DataFactory } from 'n3'
import { exportEntity, printJsonLd, toJsonLd } from '../../export/index.ts'
import type { Entity } from '../../statements/index.ts'
import type { SiteVersion } from '../context.ts'

/** Writes the schema.org view of an entity as JSON-LD, for search engines. */
export async function entityJsonLd(
  entity: Entity,
  { base, store, site }: SiteVersion,
): Promise<string> {
  const options = { view: 'schema', base, factory: DataFactory } as const
  const quads = exportEntity(store, entity.iri, { ...options, keepGraphs: false })
  const { ontology } = site
  return printJsonLd(await toJsonLd(quads, { ...options, ontology, root: entity.iri }))
}
