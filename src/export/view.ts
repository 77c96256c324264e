import type { SiteGraph } from '../rdf/index.ts'

/** Which of the two views of the statements a document shows: one, or both. */
export type View = 'wikibase' | 'schema' | 'all'

/** The graphs of a site that hold a view of its statements. */
export const viewGraphs = {
  wikibase: ['wikibase'],
  schema: ['schema'],
  all: ['schema', 'wikibase'],
} as const satisfies Record<View, readonly SiteGraph[]>

/** The name of a graph that holds a view of the statements. */
export type ViewGraph = (typeof viewGraphs)[View][number]
