import { join } from 'node:path'
import { DataFactory } from 'n3'
import { readSite } from '../src/sources/index.ts'
import type { Site } from '../src/sources/index.ts'
import type { Entity } from '../src/statements/index.ts'
import { createStore, loadSite } from '../src/store/index.ts'
import type { SiteVersion } from '../src/serve/context.ts'
import { entityJsonLd } from '../src/serve/documents/entity-json-ld.ts'
import { renderEntityPage } from '../src/serve/pages/entity/entity-page.ts'
import { encodePart } from '../src/serve/respond/paths.ts'

/** How long pages took that were never asked for. */
export interface RenderTimes {
  /** Triples in the store. */
  readonly size: number
  /** In milliseconds. */
  readonly times: readonly number[]
}

const WARM_UP = 100
const MEASURED = 200

/** Writes pages about different entities, as they come, in a site that holds the Flins data set again and again. */
export async function renderNewPages(triples: number): Promise<RenderTimes> {
  const version = await repeatFlins(triples)
  const { entities } = version.site
  const step = Math.floor(entities.length / (WARM_UP + MEASURED))
  const times: number[] = []
  for (let turn = 0; turn < WARM_UP + MEASURED; turn += 1) {
    const entity = entities[turn * step]
    if (!entity) break
    const start = performance.now()
    const jsonLd = await entityJsonLd(entity, version)
    const path = `/page/${encodePart(entity.id)}`
    renderEntityPage({ entity, jsonLd }, { version, language: 'en', path })
    if (turn >= WARM_UP) times.push(performance.now() - start)
  }
  return { size: version.store.size, times }
}

async function repeatFlins(triples: number): Promise<SiteVersion> {
  const { site } = await readSite(join(import.meta.dirname, '..'))
  if (!site) throw new Error('the site of Flins cannot be read')
  // Copies share what they have in common: the ontology, and the nodes of values.
  const one = await sizeOf(repeat(site, 1))
  const two = await sizeOf(repeat(site, 2))
  const large = repeat(site, Math.ceil((triples - one) / (two - one)) + 1)
  const store = createStore()
  await loadSite(large, store, DataFactory)
  const { base } = site.config
  return {
    site: large,
    base,
    store,
    prefixes: {},
    queries: new Map(),
    problems: [],
    version: 'large',
    modified: new Date('2026-01-01T00:00:00Z'),
  }
}

const repeat = (site: Site, copies: number): Site => ({
  ...site,
  entities: Array.from({ length: copies }, (_, at) =>
    site.entities.map((entity) => copy(entity, at, site)),
  ).flat(),
})

async function sizeOf(site: Site): Promise<number> {
  const store = createStore()
  await loadSite(site, store, DataFactory)
  return store.size
}

/** The same entity under another name, which links to others of the same copy. */
function copy(entity: Entity, at: number, { config }: Site): Entity {
  const folder = `${config.base}entity/`
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return value.startsWith(folder) ? `${value}-${at}` : value
    if (value instanceof Map) return value
    if (Array.isArray(value)) return value.map(rename)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, rename(part)]))
  }
  const renamed = rename(entity) as Entity
  return {
    ...renamed,
    id: `${entity.id}-${at}`,
    statements: renamed.statements.map((statement) => ({
      ...statement,
      id: `${statement.id}-${at}`,
    })),
  }
}
