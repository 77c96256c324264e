import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { QueryStats } from '../context.ts'

/** A request that was answered. */
export interface AnsweredRequest {
  readonly method: string
  /** The pattern of the route, never the path, so that there are only so many. */
  readonly route: string
  readonly status: number
  readonly seconds: number
}

/** A query that ended. */
export interface EndedQuery {
  /** `ok`, or the code of the error. */
  readonly outcome: string
  readonly seconds: number
}

/** Counts what a server does, for Prometheus. */
export interface ServerMetrics {
  requestAnswered(request: AnsweredRequest): void
  queryEnded(query: EndedQuery): void
  /** Says where the numbers of the workers and the version of the site come from. */
  watch(sources: MetricSources): void
  /** Writes all numbers. */
  write(): Promise<{ readonly contentType: string; readonly text: string }>
}

/** What is read when the numbers are asked for. */
export interface MetricSources {
  stats(): QueryStats
  /** The version of the site, and how many quads it has. */
  site(): { readonly version: string; readonly modified: Date; readonly quads: number }
}

const requestBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30]
const queryBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

/**
 * Creates the metrics of one server, in a registry of their own.
 *
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function createMetrics(): ServerMetrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'usine_http_request_duration_seconds',
    help: 'How long requests took, from their headers to the end of the answer',
    labelNames: ['method', 'route', 'status'],
    buckets: requestBuckets,
    registers,
  })
  const queries = new Histogram({
    name: 'usine_query_duration_seconds',
    help: 'How long queries took, from the request to the end of the answer, the queue included',
    labelNames: ['outcome'],
    buckets: queryBuckets,
    registers,
  })
  return {
    requestAnswered: ({ method, route, status, seconds }) => {
      requests.observe({ method, route, status: String(status) }, seconds)
    },
    queryEnded: ({ outcome, seconds }) => {
      queries.observe({ outcome }, seconds)
    },
    watch: (sources) => {
      addWorkerMetrics(registry, sources)
      addSiteMetrics(registry, sources)
    },
    write: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  }
}

const workerGauges: readonly (readonly [name: keyof QueryStats, help: string])[] = [
  ['workers', 'Workers that there are'],
  ['ready', 'Workers that have the graphs'],
  ['busy', 'Workers that answer a query'],
  ['queued', 'Queries that wait for a worker'],
]

const workerCounters: readonly (readonly [name: keyof QueryStats, help: string])[] = [
  ['refused', 'Queries that found the queue full'],
  ['replaced', 'Workers that were ended and replaced'],
]

function addWorkerMetrics(registry: Registry, { stats }: MetricSources): void {
  const registers = [registry]
  for (const [key, help] of workerGauges) {
    const gauge: Gauge = new Gauge({
      name: `usine_query_${key}`,
      help,
      registers,
      collect: () => {
        gauge.set(stats()[key])
      },
    })
  }
  for (const [key, help] of workerCounters) {
    const counter: Counter = new Counter({
      name: `usine_query_${key}_total`,
      help,
      registers,
      collect: () => {
        counter.reset()
        counter.inc(stats()[key])
      },
    })
  }
}

function addSiteMetrics(registry: Registry, { site }: MetricSources): void {
  const info: Gauge = new Gauge({
    name: 'usine_site_info',
    help: 'The version of the site that is served',
    labelNames: ['version'],
    registers: [registry],
    collect: () => {
      info.reset()
      info.set({ version: site().version }, 1)
    },
  })
  const modified: Gauge = new Gauge({
    name: 'usine_site_modified_timestamp_seconds',
    help: 'When the files of the site changed last',
    registers: [registry],
    collect: () => {
      modified.set(site().modified.getTime() / 1000)
    },
  })
  const quads: Gauge = new Gauge({
    name: 'usine_site_quads',
    help: 'How many quads the site has',
    registers: [registry],
    collect: () => {
      quads.set(site().quads)
    },
  })
}
