import type { Quad } from '@rdfjs/types'
import type { GraphStore, Pattern } from '../store/index.ts'

/** What a query reads of a store. */
export interface ReadableGraphs {
  match(...pattern: Pattern[]): Iterable<Quad>
  countQuads(...pattern: Pattern[]): number
  has(quad: Quad): boolean
}

/** Shows a store together with graphs that are there for one query; no graph is in both. */
export function layerGraphs(store: GraphStore, fetched: GraphStore): ReadableGraphs {
  if (fetched.size === 0) return store
  return {
    *match(...pattern) {
      yield* store.match(...(pattern as [Pattern]))
      yield* fetched.match(...(pattern as [Pattern]))
    },
    countQuads: (...pattern) =>
      store.countQuads(...(pattern as [Pattern])) + fetched.countQuads(...(pattern as [Pattern])),
    has: (quad) => store.has(quad) || fetched.has(quad),
  }
}
