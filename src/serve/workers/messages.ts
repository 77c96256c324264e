import type { QueryType } from '../../query/index.ts'
import type { RdfFormatName, ResultFormatName } from '../../formats.ts'

/** What queries over a version of the graphs have in common. */
export interface GraphSettings {
  /** What relative IRIs in queries are resolved against. */
  readonly baseIri: string
  /** Prefixes that queries and answers may use. */
  readonly prefixes: Readonly<Record<string, string>>
  /** Languages of labels where a query names none, the best one first. */
  readonly languages: readonly string[]
  /** Graphs that exist though they hold nothing. */
  readonly emptyGraphs: readonly string[]
  /** Whether a graph that does not exist is an empty one; otherwise naming it is an error. */
  readonly anyGraph: boolean
  /** Hosts that queries may reach. */
  readonly allowedHosts: readonly string[]
}

/** A term in a form that every channel carries. */
export interface PlainTerm {
  readonly termType: string
  readonly value: string
  readonly language?: string
  readonly datatype?: string
}

/** The format of each kind of answer; a missing one means that the client accepts none for it. */
export interface AnswerFormats {
  readonly select?: ResultFormatName | undefined
  readonly ask?: ResultFormatName | undefined
  readonly construct?: RdfFormatName | undefined
  readonly describe?: RdfFormatName | undefined
}

/** The graphs that a request names, which take the place of those that the query names. */
export interface RequestDataset {
  readonly defaultGraphs: readonly string[]
  readonly namedGraphs: readonly string[]
}

/** A query to answer. */
export interface QueryJob {
  readonly kind: 'query'
  readonly query: string
  readonly formats: AnswerFormats
  readonly bindings?: Readonly<Record<string, PlainTerm>> | undefined
  readonly dataset?: RequestDataset | undefined
  readonly onlyTypes?: readonly QueryType[] | undefined
  /** The languages of the client, for labels. */
  readonly languages?: readonly string[] | undefined
  readonly maxResults?: number | undefined
}

/** An update to carry out; its answer is the new state of all graphs, as N-Quads. */
export interface UpdateJob {
  readonly kind: 'update'
  readonly update: string
  readonly dataset?: RequestDataset | undefined
}

/** One graph to read; the default graph has no IRI. */
export interface ReadGraphJob {
  readonly kind: 'read-graph'
  readonly graph?: string | undefined
  readonly format: RdfFormatName
}

/** One graph to change; its answer is the new state of all graphs, as N-Quads. */
export interface WriteGraphJob {
  readonly kind: 'write-graph'
  readonly graph?: string | undefined
  readonly method: 'put' | 'post' | 'delete'
  /** Whether the graph must be there, or must not. */
  readonly onlyIf?: 'present' | 'absent' | undefined
  readonly baseIri?: string | undefined
  readonly documents: readonly RdfDocument[]
}

/** RDF as it was sent. */
export interface RdfDocument {
  readonly format: RdfFormatName
  readonly bytes: Uint8Array
}

/** What a worker can do. */
export type Job = QueryJob | UpdateJob | ReadGraphJob | WriteGraphJob

/** What is known of an answer before its first byte. */
export interface AnswerHead {
  /** Of queries only. */
  readonly queryType?: QueryType
  readonly mediaType: string
  /** Of updates: the named graphs that there are, with what they hold. */
  readonly graphs?: readonly GraphSize[]
  /** Of updates: the graphs that exist though they hold nothing. */
  readonly emptyGraphs?: readonly string[]
  /** Of updates of one graph: whether it did not exist before. */
  readonly created?: boolean
}

/** How many triples a named graph holds. */
export interface GraphSize {
  readonly iri: string
  readonly triples: number
}

/** What the server tells a worker. */
export type ToWorker =
  | { readonly type: 'load'; readonly version: number; readonly settings: GraphSettings }
  | { readonly type: 'quads'; readonly bytes: Uint8Array }
  | { readonly type: 'loaded' }
  | { readonly type: 'run'; readonly job: Job; readonly limits: JobLimits }
  /** Allows so many chunks more. */
  | { readonly type: 'credit'; readonly count: number }
  | { readonly type: 'cancel' }

/** What a worker itself keeps to; time and memory are watched from outside. */
export interface JobLimits {
  readonly maxResults: number
  readonly maxBytes: number
}

/** What a worker tells the server. */
export type FromWorker =
  | { readonly type: 'ready'; readonly version: number }
  | { readonly type: 'head'; readonly head: AnswerHead }
  | { readonly type: 'chunk'; readonly bytes: Uint8Array }
  | { readonly type: 'end' }
  | { readonly type: 'error'; readonly error: PlainError }

/** An error in a form that every channel carries; the code is missing where it was not thrown on purpose. */
export interface PlainError {
  readonly code?: string
  readonly details?: Readonly<Record<string, string | number>>
  readonly message: string
}
