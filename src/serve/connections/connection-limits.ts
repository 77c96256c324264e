import type { SiteLimits } from '../../sources/index.ts'
import type { QueryLimitsInForce } from '../context.ts'

/** What a connection may take before it is closed; times are in milliseconds. */
export interface ConnectionLimits {
  /** Until all headers of a request are there. */
  readonly headersMs: number
  /** Until all of a request is there, its body included. */
  readonly requestMs: number
  /** Between two requests. */
  readonly idleMs: number
  /** In which neither side takes or sends anything, while a request is answered. */
  readonly stillMs: number
  /** Bytes of the first line and the headers of a request. */
  readonly headerBytes: number
  /** How many connections there may be; one more is closed at once. */
  readonly connections: number
}

const defaults = { headersTimeout: 10, requestTimeout: 60, connections: 2000 }

/** Longer than proxies keep idle connections, commonly 60 s, so that none sends a request on one that just closes. */
const IDLE_MS = 72_000
const HEADER_BYTES = 16_384
/** How much longer than any query a connection is kept on which nothing happens. */
const STILL_MARGIN_MS = 10_000

/** Reads the limits of connections: those of the site, and those that take their place. */
export function readConnectionLimits(
  queries: QueryLimitsInForce,
  site: SiteLimits,
  others: Readonly<Record<string, number>> = {},
): ConnectionLimits {
  const given = { ...defaults, ...site, ...others }
  return {
    headersMs: given.headersTimeout * 1000,
    requestMs: given.requestTimeout * 1000,
    idleMs: IDLE_MS,
    // A query may wait, and then compute, before its first byte.
    stillMs: queries.timeoutMs + queries.maxWaitMs + STILL_MARGIN_MS,
    headerBytes: HEADER_BYTES,
    connections: given.connections,
  }
}
