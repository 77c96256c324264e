import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import type { GraphSize, Job, ReadGraphJob, RequestDataset, WriteGraphJob } from './messages.ts'
import { nextVersion } from './pack-graphs.ts'
import type { PoolHost } from './pool-host.ts'
import type { WorkerPool } from './worker-pool.ts'
import type { WorkerAnswer } from './worker-process.ts'

/**
 * A writable copy of the graphs, in memory, which is gone when the server stops. Changes are made one after the other,
 * each in a worker on a copy of its own; what comes out takes the place of all graphs at once, or an error none.
 */
export class ScratchStore {
  readonly #host: PoolHost
  #graphs: readonly GraphSize[] | undefined
  #last: Promise<unknown> = Promise.resolve()
  /** Told apart from all other copies, whose states are numbered too. */
  readonly #name = randomBytes(6).toString('base64url')

  constructor(host: PoolHost) {
    this.#host = host
  }

  /** The named graphs as they were last written, with their sizes; undefined before the first change. */
  get graphs(): readonly GraphSize[] | undefined {
    return this.#graphs
  }

  /** Carries out a SPARQL update. */
  async update(update: string, dataset?: RequestDataset): Promise<void> {
    await this.#change({ kind: 'update', update, dataset })
  }

  /** Names the state of all graphs; each change makes another one. */
  async revision(): Promise<string> {
    return this.#revisionOf(await this.#host.pool())
  }

  /** Replaces, extends or removes one graph, unless the check of the state throws; tells whether the graph is new. */
  async writeGraph(
    job: Omit<WriteGraphJob, 'kind'>,
    check: (revision: string) => void,
  ): Promise<boolean> {
    const { created = false } = await this.#change({ ...job, kind: 'write-graph' }, check)
    return created
  }

  /** Reads one graph. */
  async readGraph(
    job: Omit<ReadGraphJob, 'kind'>,
    signal?: AbortSignal,
  ): Promise<{ readonly mediaType: string; readonly body: Readable }> {
    const pool = await this.#host.pool()
    return pool.run({ ...job, kind: 'read-graph' }, signal)
  }

  /** Makes a change once those before it are made. */
  #change(job: Job, check?: (revision: string) => void): Promise<WorkerAnswer> {
    const change = this.#last.then(() => this.#apply(job, check))
    this.#last = change.catch(() => undefined)
    return change
  }

  #revisionOf({ graphs }: WorkerPool): string {
    return `${this.#name}.${graphs.version}`
  }

  async #apply(job: Job, check?: (revision: string) => void): Promise<WorkerAnswer> {
    const pool = await this.#host.pool()
    check?.(this.#revisionOf(pool))
    const answer = await pool.run(job)
    const chunks = [await buffer(answer.body)]
    const settings = { ...pool.graphs.settings, emptyGraphs: answer.emptyGraphs ?? [] }
    this.#graphs = answer.graphs ?? []
    pool.setGraphs({ version: nextVersion(), settings, chunks })
    return answer
  }
}
