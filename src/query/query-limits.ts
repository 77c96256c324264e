import { UsineError } from '../errors.ts'
import type { QueryOptions } from './query-engine.ts'
import { runInQuery } from './query-scope.ts'
import type { RunningQuery } from './query-scope.ts'

/** Something that Comunica computes and that can be told to stop. */
export interface Stoppable {
  destroy(cause?: Error): void
}

/** Ends a query that takes too long, is no longer wanted, or gives too much. */
export class QueryLimits implements RunningQuery {
  readonly #maxResults: number
  readonly #signal: AbortSignal | undefined
  readonly #timer: NodeJS.Timeout | undefined
  readonly #onAbort: () => void
  /** Tells whoever is waiting that the query is stopped. */
  #reject: (error: Error) => void = () => undefined
  #error: Error | undefined
  #ended = false
  readonly #end = new AbortController()

  constructor({ signal, timeoutMs, maxResults = Infinity }: QueryOptions) {
    this.#maxResults = maxResults
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

  /** Does work for the query, but waits no longer for it than allowed. */
  async wait<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.#race(work)
    } catch (cause) {
      this.end()
      throw toQueryError(cause)
    }
  }

  /** Passes results on until a limit is reached; the query ends when the results are no longer wanted. */
  async *pass<T>(results: AsyncIterable<T> & Stoppable): AsyncGenerator<T> {
    const iterator = results[Symbol.asyncIterator]()
    let count = 0
    try {
      for (;;) {
        const next = await this.#race(() => iterator.next())
        if (next.done) return
        count += 1
        if (count > this.#maxResults) {
          throw new UsineError('ERR_QUERY_LIMIT', { limit: this.#maxResults })
        }
        yield next.value
      }
    } catch (cause) {
      throw toQueryError(cause)
    } finally {
      this.end()
      results.destroy()
    }
  }

  /** `Promise.race` with a promise that lives long would keep all others. */
  #race<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#reject = reject
      if (this.#error) reject(this.#error)
      else runInQuery(this, work).then(resolve, reject)
    })
  }

  /** Whether nothing more is wanted of the query. */
  get hasEnded(): boolean {
    return this.#ended
  }

  /** Aborted when nothing more is wanted of the query. */
  get ending(): AbortSignal {
    return this.#end.signal
  }

  /** Stops watching. */
  end(): void {
    this.#ended = true
    this.#end.abort()
    clearTimeout(this.#timer)
    this.#signal?.removeEventListener('abort', this.#onAbort)
  }

  #stop(error: Error): void {
    this.#error = error
    this.#ended = true
    this.#end.abort(error)
    this.#reject(error)
  }
}

function toQueryError(cause: unknown): UsineError {
  if (cause instanceof UsineError) return cause
  const [message = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n')
  const [, unknown] = /evaluate function (\S+)$/.exec(message) ?? []
  const reason = unknown === undefined ? message : `no function is called <${unknown}>`
  return new UsineError('ERR_QUERY_FAILED', { reason }, { cause })
}
