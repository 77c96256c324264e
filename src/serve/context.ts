import type { Readable } from 'node:stream'
import type { Term } from '@rdfjs/types'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { SavedQuery } from '../query/index.ts'
import type { Prefixes } from '../rdf/index.ts'
import type { Problem, Site } from '../sources/index.ts'
import type { GraphStore } from '../store/index.ts'
import type { ConnectionLimits } from './connections/index.ts'
import type { Client, ScratchStore } from './workers/index.ts'
import type { ServerMetrics } from './metrics/server-metrics.ts'

/** One loaded version of a site. A change of its files makes a new one, which takes its place at once. */
export interface SiteVersion {
  readonly site: Site
  /** The site's base IRI, which all published IRIs carry. */
  readonly base: string
  readonly store: GraphStore
  readonly prefixes: Prefixes
  /** The saved queries, by name. */
  readonly queries: ReadonlyMap<string, SavedQuery>
  /** Warnings only. */
  readonly problems: readonly Problem[]
  /** A hash of all files and of the program's version: what strong validators derive from. */
  readonly version: string
  /** The newest modification time of the site's files, in whole seconds. */
  readonly modified: Date
}

/** How a site is served. */
export interface ServeOptions {
  readonly directory: string
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  /** Serves a writable copy in memory, behind a token. */
  readonly scratch?: { readonly token: string }
  /** Limits that take the place of those in `usine.yaml`. */
  readonly limits?: Readonly<Record<string, number>>
  /** Hosts that SERVICE, FROM and LOAD may reach, beside those that `usine.yaml` names. */
  readonly allowedHosts: readonly string[]
  /** Whether changes of the site's files are served without a restart. */
  readonly watch: boolean
  /** How many worker threads answer queries. */
  readonly workers: number
  /** The version of usine. */
  readonly programVersion: string
  /** Where to log; nothing is logged without it. */
  readonly logger?: FastifyBaseLogger
}

/** A query for the worker threads. */
export interface QueryRequest {
  readonly query: string
  /** Picks the name of the format by the type of the query; may throw, for 406. */
  readonly format: string | ((queryType: QueryType) => string)
  readonly bindings?: ReadonlyMap<string, Term>
  readonly defaultGraphs?: readonly string[]
  readonly namedGraphs?: readonly string[]
  readonly signal?: AbortSignal
  /** Who asks; nobody takes the turn of others. */
  readonly client?: Client
  /** What `[AUTO_LANGUAGE]` stands for, the best language first. */
  readonly languages?: readonly string[]
  /** Of the HTTP request, for the log. */
  readonly requestId?: string
  /** Query types that are refused unless they are among these. */
  readonly onlyTypes?: readonly QueryType[]
}

/** The four query forms of SPARQL. */
export type QueryType = 'SELECT' | 'ASK' | 'CONSTRUCT' | 'DESCRIBE'

/** The answer of a query, as it is written. */
export interface QueryAnswer {
  readonly queryType: QueryType
  readonly mediaType: string
  /** Text in chunks; reading slowly slows the worker. */
  readonly body: Readable
}

/** What queries may use; each is enforced. */
export interface QueryLimitsInForce {
  readonly timeoutMs: number
  /** Solutions or quads. */
  readonly maxResults: number
  /** Of one answer, before compression. */
  readonly maxBytes: number
  /** Of one worker. */
  readonly memoryMb: number
  readonly maxQueued: number
  readonly maxWaitMs: number
  /** Bytes of the text of a query. */
  readonly maxTextBytes: number
}

/** What the workers do now, and how often something happened since the start. */
export interface QueryStats {
  readonly workers: number
  readonly ready: number
  readonly busy: number
  readonly queued: number
  readonly refused: number
  readonly replaced: number
}

/** Runs queries away from the loop that answers HTTP. */
export interface QueryRunner {
  readonly limits: QueryLimitsInForce
  readonly stats: QueryStats
  /** Rejects with a UsineError before the first byte. */
  run(request: QueryRequest): Promise<QueryAnswer>
  close(): Promise<void>
}

/** What the last attempt to load changed files met. */
export interface SiteTrouble {
  readonly at: Date
  readonly message: string
  readonly problems: readonly Problem[]
}

/** What routes get. */
export interface ServeContext {
  /** The version that is served now. */
  current(): SiteVersion
  /** Why the newest state of the files is not served; undefined where it is. */
  trouble(): SiteTrouble | undefined
  /** Calls the listener with each new version, after it has taken its place; returns how to stop that. */
  onSwap(listener: (version: SiteVersion) => void): () => void
  readonly options: ServeOptions
  readonly connections: ConnectionLimits
  readonly metrics: ServerMetrics
  readonly queries: QueryRunner
  /** The writable copy, where one is served. */
  readonly scratch?: ScratchStore | undefined
}

/** Adds routes to the server. */
export type Routes = (app: FastifyInstance, context: ServeContext) => void
