import { UsineError } from '../../errors.ts'

/** What a pool did and does. */
export interface PoolSnapshot extends PoolCounts {
  readonly workers: number
  readonly ready: number
  readonly busy: number
  readonly queued: number
}

/** What a pool did since it was started. */
export interface PoolCounts {
  /** Jobs that were answered whole. */
  readonly finished: number
  /** Jobs that ended in an error, by its code. */
  readonly failed: Readonly<Record<string, number>>
  /** Jobs that found the queue full. */
  readonly refused: number
  /** Workers that were ended and replaced. */
  readonly replaced: number
  /** How long all jobs took together, in milliseconds. */
  readonly durationMs: number
}

/** Counts what a pool does. */
export class PoolStats {
  #finished = 0
  readonly #failed = new Map<string, number>()
  #refused = 0
  #replaced = 0
  #durationMs = 0

  get counts(): PoolCounts {
    return {
      finished: this.#finished,
      failed: Object.fromEntries(this.#failed),
      refused: this.#refused,
      replaced: this.#replaced,
      durationMs: this.#durationMs,
    }
  }

  finished(durationMs: number, error: Error | undefined): void {
    this.#durationMs += durationMs
    if (!error) {
      this.#finished += 1
      return
    }
    const code = error instanceof UsineError ? error.code : error.name
    this.#failed.set(code, (this.#failed.get(code) ?? 0) + 1)
  }

  refused(): void {
    this.#refused += 1
  }

  replaced(): void {
    this.#replaced += 1
  }
}
