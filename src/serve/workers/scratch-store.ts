import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import type { GraphSize, Job, ReadGraphJob, RequestDataset, WriteGraphJob } from './messages.ts'
import { nextVersion } from './pack-graphs.ts'
import type { PoolHost } from './pool-host.ts'
import type { WorkerAnswer } from './worker-process.ts'

/**
 * A writable copy of the graphs, in memory, which is gone when the server stops. Changes are made one after the other,
 * each in a worker on a copy of its own; what comes out takes the place of all graphs at once, or an error none.
 */
export class ScratchStore {
  readonly #host: PoolHost
  #graphs: readonly GraphSize[] | undefined
  #last: Promise<unknown> = Promise.resolve()

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

  /** Replaces, extends or removes one graph; tells whether it did not exist before. */
  async writeGraph(job: Omit<WriteGraphJob, 'kind'>): Promise<boolean> {
    const { created = false } = await this.#change({ ...job, kind: 'write-graph' })
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
  #change(job: Job): Promise<WorkerAnswer> {
    const change = this.#last.then(() => this.#apply(job))
    this.#last = change.catch(() => undefined)
    return change
  }

  async #apply(job: Job): Promise<WorkerAnswer> {
    const pool = await this.#host.pool()
    const answer = await pool.run(job)
    const chunks = [await buffer(answer.body)]
    const settings = { ...pool.graphs.settings, emptyGraphs: answer.emptyGraphs ?? [] }
    this.#graphs = answer.graphs ?? []
    pool.setGraphs({ version: nextVersion(), settings, chunks })
    return answer
  }
}
