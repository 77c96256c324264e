import type { QueryAnswer, QueryRequest, QueryRunner, QueryType } from '../context.ts'
import type { ServeContext, ServeOptions, SiteVersion } from '../context.ts'
import { UsineError } from '../../errors.ts'
import { getFormat, getResultFormat } from '../../formats.ts'
import { dialectPrefixes } from './dialect-prefixes.ts'
import type { AnswerFormats, GraphSettings, QueryJob } from './messages.ts'
import { packGraphs } from './pack-graphs.ts'
import { termToPlain } from './plain.ts'
import { PoolHost } from './pool-host.ts'
import { ScratchStore } from './scratch-store.ts'
import type { WorkerLimits } from './worker-limits.ts'
import { readLimits } from './worker-limits.ts'
import type { PoolSnapshot } from './pool-stats.ts'

/** What workers are made with. */
export interface WorkersOptions extends Pick<ServeContext, 'current' | 'onSwap'> {
  readonly options: Pick<ServeOptions, 'workers' | 'limits' | 'scratch' | 'allowedHosts'>
}

/** The workers of a server, and what they do for it. */
export interface Workers {
  readonly queries: QueryRunner
  /** The writable copy, where one is served. */
  readonly scratch: ScratchStore | undefined
  /** Starts the workers; nothing has to wait for it. */
  warm(): Promise<void>
}

/** Creates the workers of a server; they start when they are warmed, or with the first query. */
export function createWorkers({ current, onSwap, options }: WorkersOptions): Workers {
  const limits = readLimits(current().site.config.limits, options.limits)
  const settings = (version: SiteVersion) => settingsOf(version, options)
  const pack = ({ store, ...version }: SiteVersion) =>
    packGraphs(store, settings({ store, ...version }))
  const host = new PoolHost(() => pack(current()), { size: options.workers, limits })
  const scratch = options.scratch && new ScratchStore(host)
  // A copy that was written to stays as it is; it follows the site no longer.
  const stop = onSwap((version) => {
    if (!scratch) void host.setGraphs(pack(version))
  })
  return {
    queries: new PooledRunner(host, limits, stop),
    scratch,
    warm: async () => (await host.pool()).warm(),
  }
}

function settingsOf(
  { base, prefixes, site }: SiteVersion,
  { scratch, allowedHosts }: WorkersOptions['options'],
): GraphSettings {
  return {
    baseIri: base,
    prefixes: { ...dialectPrefixes, ...prefixes },
    languages: site.config.languages,
    emptyGraphs: [],
    anyGraph: scratch !== undefined,
    allowedHosts: [...site.config.allow, ...allowedHosts],
  }
}

const noStats = { workers: 0, ready: 0, busy: 0, queued: 0, refused: 0, replaced: 0 } as const

class PooledRunner implements QueryRunner {
  readonly limits: WorkerLimits
  readonly #host: PoolHost
  readonly #onClose: () => void

  constructor(host: PoolHost, limits: WorkerLimits, onClose: () => void) {
    this.#host = host
    this.limits = limits
    this.#onClose = onClose
  }

  get stats(): PoolSnapshot {
    return this.#host.started?.stats ?? { ...noStats, finished: 0, failed: {}, durationMs: 0 }
  }

  async run(request: QueryRequest): Promise<QueryAnswer> {
    const length = Buffer.byteLength(request.query)
    const { maxTextBytes } = this.limits
    if (length > maxTextBytes) {
      throw new UsineError('ERR_QUERY_TOO_LONG', { length, limit: maxTextBytes })
    }
    const { formats, refusals } = pickFormats(request.format)
    const pool = await this.#host.pool()
    try {
      const answer = await pool.run(toJob(request, formats), request.signal, request.client)
      const queryType = (answer.queryType ?? 'select').toUpperCase() as QueryType
      return { queryType, mediaType: answer.mediaType, body: answer.body }
    } catch (error) {
      if (!(error instanceof UsineError) || error.code !== 'ERR_ANSWER_FORMAT') throw error
      throw refusals.get(String(error.details.type)) ?? error
    }
  }

  async close(): Promise<void> {
    this.#onClose()
    await this.#host.close()
  }
}

function toJob(request: QueryRequest, formats: AnswerFormats): QueryJob {
  const { query, bindings, defaultGraphs = [], namedGraphs = [], onlyTypes, languages } = request
  const namesGraphs = defaultGraphs.length + namedGraphs.length > 0
  return {
    kind: 'query',
    query,
    formats,
    bindings:
      bindings &&
      Object.fromEntries([...bindings].map(([name, term]) => [name, termToPlain(term)])),
    dataset: namesGraphs ? { defaultGraphs, namedGraphs } : undefined,
    onlyTypes: onlyTypes?.map((type) => type.toLowerCase() as Lowercase<QueryType>),
    languages,
  }
}

/** Asks for the format of each type of query, since the type is known only in the worker. */
function pickFormats(format: QueryRequest['format']): {
  readonly formats: AnswerFormats
  readonly refusals: ReadonlyMap<string, Error>
} {
  const refusals = new Map<string, Error>()
  const pick = <T>(type: QueryType, get: (name: string) => T): T | undefined => {
    try {
      return get(typeof format === 'string' ? format : format(type))
    } catch (error) {
      if (!(error instanceof Error)) throw error
      refusals.set(type, error)
      return undefined
    }
  }
  const result = (name: string) => getResultFormat(name).name
  const graph = (name: string) => getFormat(name).name
  const formats = {
    select: pick('SELECT', result),
    ask: pick('ASK', result),
    construct: pick('CONSTRUCT', graph),
    describe: pick('DESCRIBE', graph),
  }
  return { formats, refusals }
}
