import { fileURLToPath } from 'node:url'
import { DataFactory } from 'n3'
import { readSite } from '../../../src/sources/index.ts'
import type { Site } from '../../../src/sources/index.ts'
import { createStore, loadSite } from '../../../src/store/index.ts'
import type { GraphStore } from '../../../src/store/index.ts'

let reading: Promise<{ site: Site; store: GraphStore }> | undefined

/** Loads the site that ships with usine, once. */
export function loadFlins(): Promise<{ site: Site; store: GraphStore }> {
  reading ??= load()
  return reading
}

async function load() {
  const { site, problems } = await readSite(fileURLToPath(new URL('../../../', import.meta.url)))
  if (!site) throw new Error(`the site has problems: ${JSON.stringify(problems[0])}`)
  const store = createStore()
  await loadSite(site, store, DataFactory)
  return { site, store }
}
