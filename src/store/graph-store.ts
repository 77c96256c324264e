import type { Quad, Quad_Graph, Source, Stream, Term } from '@rdfjs/types'

/** Quads as they come from a parser, a view or an array. */
export type Quads = AsyncIterable<Quad> | Iterable<Quad>

/** One position of a quad pattern; absence matches all terms. */
export type Pattern = Term | null | undefined

/**
 * A set of quads in memory: an RDF/JS Source that can also be filled, counted and iterated.
 * `match` without a graph matches all graphs; the union of the graphs as a set is the query engine's business.
 *
 * @see https://rdf.js.org/stream-spec/#source-interface
 */
export interface GraphStore extends Source, Iterable<Quad> {
  readonly size: number
  /** Adds a quad; one that is there already changes nothing. */
  add(quad: Quad): this
  /** Removes a quad; one that is not there changes nothing. */
  delete(quad: Quad): this
  has(quad: Quad): boolean
  /** Adds quads as they come. */
  import(quads: Quads): Promise<void>
  match(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): Matches
  countQuads(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): number
  /** Lists the graphs that hold quads, each once, in a stable order, the default graph first. */
  listGraphs(): readonly Quad_Graph[]
}

/** The quads that match, as a stream or all at once. */
export type Matches = Stream & Iterable<Quad>
