import { UsineError } from '../../errors.ts'
import { anyone, FairQueue } from './fair-queue.ts'
import type { Client } from './fair-queue.ts'
import type { Job } from './messages.ts'
import type { PackedGraphs } from './pack-graphs.ts'
import { PoolStats } from './pool-stats.ts'
import type { PoolSnapshot } from './pool-stats.ts'
import type { WorkerLimits } from './worker-limits.ts'
import { WorkerProcess } from './worker-process.ts'
import type { WorkerAnswer } from './worker-process.ts'

/** A job that waits for a worker. */
interface Waiting {
  readonly job: Job
  readonly client: Client
  readonly signal: AbortSignal | undefined
  readonly resolve: (answer: WorkerAnswer) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

/** How a pool is made. */
export interface PoolOptions {
  /** How many queries run at the same time; one worker more is kept ready to take the place of one that ends. */
  readonly size: number
  readonly limits: WorkerLimits
}

/** How many workers in a row may end before they were ready; then something is wrong with all of them. */
const MAX_FAILURES = 5

/**
 * Runs jobs in worker processes, one at a time each. A worker that is stopped, for its time or its memory, is
 * replaced; no other job notices.
 */
export class WorkerPool {
  readonly #size: number
  readonly #limits: WorkerLimits
  readonly #workers = new Set<WorkerProcess>()
  readonly #queue: FairQueue<Waiting>
  readonly #stats = new PoolStats()
  #graphs: PackedGraphs
  #failures = 0
  #isClosed = false

  constructor(graphs: PackedGraphs, { size, limits }: PoolOptions) {
    this.#graphs = graphs
    this.#size = size
    this.#limits = limits
    this.#queue = new FairQueue({ maxWaiting: limits.maxQueued, maxRunning: size })
  }

  /** What the pool did and does, for whoever watches. */
  get stats(): PoolSnapshot {
    const workers = [...this.#workers]
    return {
      ...this.#stats.counts,
      workers: workers.length,
      ready: workers.filter(({ isReady }) => isReady).length,
      busy: this.#countBusy(),
      queued: this.#queue.size,
    }
  }

  /** The version that jobs get. */
  get graphs(): PackedGraphs {
    return this.#graphs
  }

  /** The ids of the worker processes. */
  get pids(): readonly number[] {
    return [...this.#workers].flatMap(({ pid }) => pid ?? [])
  }

  /** Starts the workers, one after the other, so that the server keeps its processor. */
  async warm(): Promise<void> {
    while (!this.#isClosed && this.#workers.size <= this.#size) {
      if (this.#failures >= MAX_FAILURES) return
      await this.#start().whenReady()
    }
  }

  /** Takes another version of the graphs; jobs that run finish on the one they began with. */
  setGraphs(graphs: PackedGraphs): void {
    this.#graphs = graphs
    for (const worker of this.#workers) if (!worker.isBusy) worker.load(graphs)
  }

  /** Runs a job as soon as it is its client's turn. */
  run(job: Job, signal?: AbortSignal, client: Client = anyone): Promise<WorkerAnswer> {
    if (this.#isClosed || signal?.aborted) {
      return Promise.reject(new UsineError('ERR_QUERY_ABORTED'))
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        if (this.#queue.delete(waiting)) reject(this.#refuse())
      }, this.#limits.maxWaitMs)
      const waiting: Waiting = { job, client, signal, resolve, reject, timer }
      signal?.addEventListener('abort', () => {
        if (!this.#queue.delete(waiting)) return
        clearTimeout(timer)
        reject(new UsineError('ERR_QUERY_ABORTED'))
      })
      const loser = this.#queue.add(waiting)
      if (loser) {
        clearTimeout(loser.timer)
        loser.reject(this.#refuse())
      }
      this.#dispatch()
    })
  }

  /** Ends all workers. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const waiting of this.#queue) {
      clearTimeout(waiting.timer)
      waiting.reject(new UsineError('ERR_QUERY_ABORTED'))
    }
    this.#queue.clear()
    await Promise.all([...this.#workers].map((worker) => worker.close()))
  }

  #countBusy(): number {
    return [...this.#workers].filter(({ isBusy }) => isBusy).length
  }

  #refuse(): UsineError {
    this.#stats.refused()
    return new UsineError('ERR_SERVER_BUSY', { seconds: RETRY_AFTER })
  }

  #start(): WorkerProcess {
    const worker = new WorkerProcess(this.#graphs, this.#limits, {
      onReady: () => {
        this.#failures = 0
        this.#dispatch()
      },
      onGone: (gone, wasReady) => {
        this.#replace(gone, wasReady)
      },
    })
    this.#workers.add(worker)
    return worker
  }

  #replace(worker: WorkerProcess, wasReady: boolean): void {
    this.#workers.delete(worker)
    if (this.#isClosed) return
    if (!wasReady) this.#failures += 1
    this.#stats.replaced()
    if (this.#failures >= MAX_FAILURES) this.#fail()
    else this.#start()
    this.#dispatch()
  }

  #fail(): void {
    for (const waiting of this.#queue) {
      clearTimeout(waiting.timer)
      waiting.reject(this.#refuse())
    }
    this.#queue.clear()
  }

  /** Gives waiting jobs to free workers. */
  #dispatch(): void {
    while (this.#queue.size > 0 && this.#countBusy() < this.#size) {
      const idle = [...this.#workers].filter(({ isReady, isBusy }) => isReady && !isBusy)
      const [worker] = idle
      const waiting = this.#queue.take(idle.length)
      if (!worker || !waiting) {
        // One for this client, and one that is left for others.
        if (this.#workers.size <= this.#countBusy() + 1) this.#start()
        return
      }
      clearTimeout(waiting.timer)
      this.#assign(worker, waiting)
    }
  }

  #assign(worker: WorkerProcess, waiting: Waiting): void {
    const { job, signal, resolve, reject } = waiting
    const started = performance.now()
    const cancel = () => {
      worker.cancel()
    }
    signal?.addEventListener('abort', cancel, { once: true })
    const answer = worker.run(job, (error) => {
      signal?.removeEventListener('abort', cancel)
      const milliseconds = performance.now() - started
      this.#queue.release(waiting, milliseconds)
      this.#stats.finished(milliseconds, error)
      if (worker.version !== this.#graphs.version) worker.load(this.#graphs)
      this.#dispatch()
    })
    answer.then(resolve, reject)
  }
}

/** After how many seconds it is worth to ask again. */
const RETRY_AFTER = 5
