import type { QueryLimitsInForce } from '../context.ts'

/** What queries may use before they are stopped. */
export interface WorkerLimits extends QueryLimitsInForce {
  /** Bytes of the text of a query, or of the body of a request that changes the graphs. */
  readonly maxTextBytes: number
}

/** The limits where none are given; the wait for a slow client counts as time, the graphs do not count as memory. */
export const defaultWorkerLimits: WorkerLimits = {
  timeoutMs: 60_000,
  maxResults: 1_000_000,
  maxBytes: 1_000_000_000,
  memoryMb: 512,
  maxTextBytes: 1_000_000,
  maxQueued: 100,
  maxWaitMs: 15_000,
}

/** The keys under which `usine.yaml` and the command line give limits; times are in seconds there. */
const keys: Readonly<
  Record<string, { readonly limit: keyof WorkerLimits; readonly factor: number }>
> = {
  queryTimeout: { limit: 'timeoutMs', factor: 1000 },
  queryResults: { limit: 'maxResults', factor: 1 },
  queryBytes: { limit: 'maxBytes', factor: 1 },
  queryMemory: { limit: 'memoryMb', factor: 1 },
  queryLength: { limit: 'maxTextBytes', factor: 1 },
  queuedQueries: { limit: 'maxQueued', factor: 1 },
  queueTimeout: { limit: 'maxWaitMs', factor: 1000 },
}

/** Reads limits from several places; the later ones win. */
export function readLimits(...sources: (object | undefined)[]): WorkerLimits {
  const given = sources.flatMap((source) => Object.entries(source ?? {}))
  const entries = given.flatMap(([key, value]) => {
    const known = keys[key]
    return known && typeof value === 'number' ? [[known.limit, value * known.factor]] : []
  })
  return { ...defaultWorkerLimits, ...(Object.fromEntries(entries) as Partial<WorkerLimits>) }
}
