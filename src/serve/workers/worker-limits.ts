/** What queries may use before they are stopped. */
export interface WorkerLimits {
  /** From the start of a query to the end of its answer, waits for a slow client included. */
  readonly timeoutMs: number
  /** Solutions or quads. */
  readonly maxResults: number
  /** Bytes of the answer before compression. */
  readonly maxBytes: number
  /** What one worker may hold in memory, beyond the graphs. */
  readonly memoryMb: number
  /** How many queries may wait for a worker. */
  readonly maxQueued: number
  /** How long a query may wait for a worker. */
  readonly maxWaitMs: number
}

/** The limits where none are given. */
export const defaultWorkerLimits: WorkerLimits = {
  timeoutMs: 60_000,
  maxResults: 1_000_000,
  maxBytes: 1_000_000_000,
  memoryMb: 512,
  maxQueued: 100,
  maxWaitMs: 15_000,
}
