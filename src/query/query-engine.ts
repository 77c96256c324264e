import type { Bindings, Quad, Term, Variable } from '@rdfjs/types'

/** How to answer a query. */
export interface QueryOptions {
  /** Values of variables, by name; they enter the query as terms, wherever the variable stands. */
  readonly bindings?: ReadonlyMap<string, Term>
  /** Stops the query when it is aborted. */
  readonly signal?: AbortSignal
  /** How long the query may take, from the call to the last result. */
  readonly timeoutMs?: number
  /** How many solutions or quads there may be; one more is an error, not a cut. */
  readonly maxResults?: number
  /** What relative IRIs in the query are resolved against. */
  readonly baseIri?: string
  /** IRIs of the graphs to ask, in the place of those that the query names. */
  readonly dataset?: {
    readonly defaultGraphs: readonly string[]
    readonly namedGraphs: readonly string[]
  }
  /** What `[AUTO_LANGUAGE]` stands for in SERVICE wikibase:label, the best language first. */
  readonly languages?: readonly string[]
}

/** The solutions of a SELECT query, in order, and the variables they may bind. */
export interface Solutions extends AsyncIterable<Bindings> {
  readonly variables: readonly Variable[]
}

/**
 * Answers SPARQL queries over one store. The default graph of a query is the union of all graphs as a set.
 * Errors of the text are thrown before anything is evaluated; updates are refused, and without a `Remote` so are SERVICE
 * and FROM with anything but a graph of the store.
 *
 * @see https://www.w3.org/TR/sparql11-query/
 */
export interface QueryEngine {
  /** Answers a SELECT query. */
  queryBindings(query: string, options?: QueryOptions): Promise<Solutions>
  /** Answers a CONSTRUCT or DESCRIBE query; each triple comes once. */
  queryQuads(query: string, options?: QueryOptions): Promise<AsyncIterable<Quad>>
  /** Answers an ASK query. */
  queryBoolean(query: string, options?: QueryOptions): Promise<boolean>
}
