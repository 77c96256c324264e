import type { PackedGraphs } from './pack-graphs.ts'
import type { WorkerLimits } from './worker-limits.ts'
import { WorkerPool } from './worker-pool.ts'

/** Makes the pool when it is first needed. */
export class PoolHost {
  readonly #pack: () => Promise<PackedGraphs>
  readonly #options: { readonly size: number; readonly limits: WorkerLimits }
  #pool: Promise<WorkerPool> | undefined
  #started: WorkerPool | undefined
  #graphs: Promise<PackedGraphs> | undefined

  constructor(
    pack: () => Promise<PackedGraphs>,
    options: { readonly size: number; readonly limits: WorkerLimits },
  ) {
    this.#pack = pack
    this.#options = options
  }

  /** The pool, where it has been started. */
  get started(): WorkerPool | undefined {
    return this.#started
  }

  pool(): Promise<WorkerPool> {
    this.#pool ??= this.#start()
    return this.#pool
  }

  /** Gives all workers another version; of two that are packed at the same time, the later one stays. */
  async setGraphs(packing: Promise<PackedGraphs>): Promise<void> {
    this.#graphs = packing
    const pool = await this.pool()
    const graphs = await packing
    if (this.#graphs === packing) pool.setGraphs(graphs)
  }

  async close(): Promise<void> {
    await (await this.#pool)?.close()
  }

  async #start(): Promise<WorkerPool> {
    const pool = new WorkerPool(await this.#pack(), this.#options)
    this.#started = pool
    return pool
  }
}
