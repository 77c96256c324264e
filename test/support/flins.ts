import { fileURLToPath } from 'node:url'
import { DataFactory } from 'n3'
import { addSitePrefixes } from '../../src/rdf/index.ts'
import { createQueryEngine, type QueryEngine } from '../../src/query/index.ts'
import { readSite, type Site } from '../../src/sources/index.ts'
import { createStore, loadSite, type GraphStore } from '../../src/store/index.ts'

/** The site that ships with usine, read and loaded. */
export interface LoadedSite {
  readonly site: Site
  readonly store: GraphStore
  readonly engine: QueryEngine
}

let loading: Promise<LoadedSite> | undefined

/** Loads the Flins site once for all tests. */
export function loadFlins(): Promise<LoadedSite> {
  loading ??= load(fileURLToPath(new URL('../../', import.meta.url)))
  return loading
}

/** Reads a site without problems and loads it. */
export async function load(directory: string): Promise<LoadedSite> {
  const { site, problems } = await readSite(directory)
  if (!site || problems.length > 0) throw new Error(JSON.stringify(problems, undefined, 2))
  const store = createStore()
  await loadSite(site, store, DataFactory)
  const engine = createQueryEngine(store, { prefixes: addSitePrefixes(site.config.base) })
  return { site, store, engine }
}
