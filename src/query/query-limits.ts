import { UsineError } from '../errors.ts'
import type { QueryOptions } from './query-engine.ts'

/** Something that Comunica computes and that can be told to stop. */
export interface Stoppable {
  destroy(cause?: Error): void
}

/** Ends a query that takes too long, is no longer wanted, or gives too much. */
export class QueryLimits {
  readonly #maxResults: number
  readonly #stopped: Promise<never>
  readonly #signal: AbortSignal | undefined
  readonly #timer: NodeJS.Timeout | undefined
  readonly #running = new Set<Stoppable>()
  readonly #onAbort: () => void
  #reject: (error: Error) => void = () => undefined
  #error: Error | undefined
  #ended = false

  constructor({ signal, timeoutMs, maxResults = Infinity }: QueryOptions) {
    this.#maxResults = maxResults
    this.#stopped = new Promise<never>((_resolve, reject) => (this.#reject = reject))
    // Nobody may be waiting when the query is stopped; whoever comes later gets the error.
    this.#stopped.catch(() => undefined)
    this.#signal = signal
    this.#onAbort = () => {
      this.#stop(new UsineError('ERR_QUERY_ABORTED', {}, { cause: signal?.reason }))
    }
    if (signal?.aborted) this.#onAbort()
    else signal?.addEventListener('abort', this.#onAbort, { once: true })
    if (timeoutMs !== undefined) {
      const timeout = () => {
        this.#stop(new UsineError('ERR_QUERY_TIMEOUT', { timeout: timeoutMs }))
      }
      this.#timer = setTimeout(timeout, timeoutMs)
      this.#timer.unref()
    }
  }

  /** Waits for a result, but no longer than allowed. */
  async wait<T>(result: Promise<T>): Promise<T> {
    try {
      return await Promise.race([result, this.#stopped])
    } catch (cause) {
      this.end()
      throw toQueryError(cause)
    }
  }

  /** Passes results on until a limit is reached; the query ends when the results are no longer wanted. */
  async *pass<T>(results: AsyncIterable<T> & Stoppable): AsyncGenerator<T> {
    this.#running.add(results)
    let count = 0
    try {
      this.#check()
      for await (const result of results) {
        this.#check()
        count += 1
        if (count > this.#maxResults) {
          throw new UsineError('ERR_QUERY_LIMIT', { limit: this.#maxResults })
        }
        yield result
      }
      this.#check()
    } catch (cause) {
      this.#check()
      throw toQueryError(cause)
    } finally {
      results.destroy()
      this.end()
    }
  }

  #check(): void {
    if (this.#error) throw this.#error
  }

  /** Whether nothing more is wanted of the query. */
  get hasEnded(): boolean {
    return this.#ended
  }

  /** Stops watching. */
  end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
    this.#signal?.removeEventListener('abort', this.#onAbort)
  }

  #stop(error: Error): void {
    this.#error = error
    this.#ended = true
    this.#reject(error)
    for (const running of this.#running) running.destroy(error)
  }
}

function toQueryError(cause: unknown): UsineError {
  if (cause instanceof UsineError) return cause
  const [message = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n')
  const [, unknown] = /evaluate function (\S+)$/.exec(message) ?? []
  const reason = unknown === undefined ? message : `no function is called <${unknown}>`
  return new UsineError('ERR_QUERY_FAILED', { reason }, { cause })
}
