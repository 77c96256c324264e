/** What a path stands for, as people and OpenAPI are told. */
export interface RouteDescription {
  readonly summary: string
  readonly tag: 'entities' | 'data set' | 'SPARQL' | 'queries' | 'operation'
  /** Values of the parts of the path, by name; words in capitals stand for something of the site. */
  readonly path?: Readonly<Record<string, string>>
  /** Parameters of the query: what they mean, and an example. */
  readonly query?: Readonly<Record<string, readonly [meaning: string, example: string]>>
  /** What comes with 200; none where the answer is elsewhere. */
  readonly mediaTypes: readonly string[]
  /** Statuses beside 200, 304 and those of all routes. */
  readonly statuses?: readonly number[]
  readonly methods?: readonly ('put' | 'post' | 'delete')[]
  /** What those other methods take and answer. */
  readonly sent?: {
    readonly bodies: readonly string[]
    readonly mediaTypes: readonly string[]
    readonly statuses: readonly number[]
  }
}
