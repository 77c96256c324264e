import { UsineError } from '../../errors.ts'
import { Credits } from './credits.ts'
import { loadGraphs } from './load-graphs.ts'
import type { LoadedGraphs } from './load-graphs.ts'
import { startJob } from './jobs/index.ts'
import type { FromWorker, GraphSettings, Job, JobLimits, ToWorker } from './messages.ts'
import { errorToPlain } from './plain.ts'

/** What a job is given beside the graphs. */
export interface JobContext {
  readonly limits: JobLimits
  readonly signal: AbortSignal
}

/** One worker's side of the conversation with the server: loads versions, does jobs, one at a time. */
export class WorkerSession {
  readonly #send: (message: FromWorker) => void
  #chunks: Uint8Array[] = []
  #version = 0
  #settings: GraphSettings | undefined
  #graphs: Promise<LoadedGraphs> | undefined
  #abort = new AbortController()
  #credits = new Credits()

  constructor(send: (message: FromWorker) => void) {
    this.#send = send
  }

  receive(message: ToWorker): void {
    switch (message.type) {
      case 'load':
        this.#version = message.version
        this.#settings = message.settings
        this.#chunks = []
        break
      case 'quads':
        this.#chunks.push(message.bytes)
        break
      case 'loaded':
        this.#load()
        break
      case 'run':
        this.#abort = new AbortController()
        this.#credits = new Credits()
        void this.#run(message.job, message.limits)
        break
      case 'credit':
        this.#credits.add(message.count)
        break
      case 'cancel':
        this.#abort.abort()
        this.#credits.close()
    }
  }

  #load(): void {
    if (!this.#settings) return
    const version = this.#version
    this.#graphs = loadGraphs(this.#chunks.splice(0), this.#settings)
    this.#graphs.then(
      () => {
        this.#send({ type: 'ready', version })
      },
      (error: unknown) => {
        this.#send({ type: 'error', error: errorToPlain(error) })
      },
    )
  }

  async #run(job: Job, limits: JobLimits): Promise<void> {
    const { signal } = this.#abort
    const credits = this.#credits
    try {
      const graphs = await this.#graphs
      if (!graphs) throw new UsineError('ERR_QUERY_FAILED', { reason: 'no graphs are loaded' })
      const { head, chunks } = await startJob(job, graphs, { limits, signal })
      let bytes = 0
      for await (const chunk of chunks) {
        // The head waits for the first chunk, so that an error before it still gets its status.
        if (bytes === 0) this.#send({ type: 'head', head: head() })
        const encoded = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
        bytes += encoded.length
        if (bytes > limits.maxBytes) {
          throw new UsineError('ERR_QUERY_BYTES', { limit: limits.maxBytes })
        }
        await credits.take()
        this.#send({ type: 'chunk', bytes: encoded })
      }
      if (bytes === 0) this.#send({ type: 'head', head: head() })
      this.#send({ type: 'end' })
    } catch (error) {
      this.#send({ type: 'error', error: errorToPlain(error) })
    }
  }
}
