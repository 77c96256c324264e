import type { Quad } from '@rdfjs/types'
import type { GraphStore } from './graph-store.ts'
import { N3GraphStore } from './n3-store.ts'

/** Creates an empty store, or one that holds the quads given. */
export function createStore(quads: Iterable<Quad> = []): GraphStore {
  const store = new N3GraphStore()
  for (const quad of quads) store.add(quad)
  return store
}
