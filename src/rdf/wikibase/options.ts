import type { DataFactory, Quad_Graph } from '@rdfjs/types'
import type { Normalization } from './normalization.ts'

/** What the Wikibase view is written with. */
export interface WikibaseViewOptions {
  readonly factory: DataFactory
  /** The graph that the quads are in; the default graph unless given. */
  readonly graph?: Quad_Graph
  /** The site's base IRI: entities under it are its own, named and skolemized under it. */
  readonly base?: string
  readonly normalization?: Normalization
  /** The licence of the documents, an IRI; CC0 unless given. */
  readonly license?: string
}
