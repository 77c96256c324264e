import type { FastifyInstance } from 'fastify'
import { createApp, watchMethods } from './app.ts'
import { readConnectionLimits } from './connections/index.ts'
import type { Routes, ServeContext, ServeOptions } from './context.ts'
import { watchQueries, watchRequests } from './logging/index.ts'
import { createMetrics } from './metrics/server-metrics.ts'
import { assetRoutes } from './routes/assets.ts'
import { browseRoutes } from './routes/browse.ts'
import { datasetRoutes } from './routes/dataset.ts'
import { dumpRoutes } from './routes/dumps.ts'
import { entityRoutes } from './routes/entity.ts'
import { graphStoreRoutes } from './routes/graph-store.ts'
import { healthRoutes } from './routes/health.ts'
import { limitRoutes } from './routes/limits.ts'
import { metricsRoutes } from './routes/metrics.ts'
import { nodeRoutes } from './routes/nodes.ts'
import { openApiRoutes } from './routes/openapi.ts'
import { queryRoutes } from './routes/queries.ts'
import { queryTermRoutes } from './routes/query-terms.ts'
import { searchRoutes } from './routes/search.ts'
import { sitemapRoutes } from './routes/sitemap.ts'
import { sparqlRoutes } from './routes/sparql.ts'
import { logSiteEvents } from './site-host/log-event.ts'
import { openSiteHost } from './site-host/site-host.ts'
import { createWorkers } from './workers/index.ts'

/** How long after the start the workers wait, so that the first documents are answered first, in milliseconds. */
const WARM_AFTER = 200

/** Every route, by what it is about. */
const allRoutes: readonly Routes[] = [
  openApiRoutes,
  assetRoutes,
  browseRoutes,
  searchRoutes,
  datasetRoutes,
  entityRoutes,
  nodeRoutes,
  dumpRoutes,
  sitemapRoutes,
  sparqlRoutes,
  graphStoreRoutes,
  queryRoutes,
  queryTermRoutes,
  healthRoutes,
  limitRoutes,
  metricsRoutes,
]

/** A server that is ready to listen. */
export interface UsineServer {
  readonly app: FastifyInstance
  readonly context: ServeContext
  /** Starts to listen and tells the address. */
  listen(): Promise<string>
  /** Finishes what is being answered, then stops. */
  close(): Promise<void>
}

/**
 * Creates the server of a site.
 *
 * @throws UsineError ERR_SITE_INVALID where the site has errors
 */
export async function createServer(given: ServeOptions): Promise<UsineServer> {
  const options = { ...given, ...scratchLog(given) }
  const host = await openSiteHost({ ...options, report: logSiteEvents(options.logger) })
  const metrics = createMetrics()
  const workers = createWorkers({ ...host, options })
  const queries = watchQueries(workers.queries, { metrics, log: options.logger })
  const { limits } = host.current().site.config
  const connections = readConnectionLimits(queries.limits, limits, options.limits)
  const { scratch } = workers
  const context: ServeContext = { ...host, options, connections, queries, metrics, scratch }
  const app = createApp(context)
  const addOtherMethods = watchMethods(app)
  watchRequests(app, metrics)
  metrics.watch({
    stats: () => queries.stats,
    site: () => {
      const { version, modified, store } = host.current()
      return { version, modified, quads: store.size }
    },
  })
  for (const routes of allRoutes) routes(app, context)
  addOtherMethods()
  let warming: NodeJS.Timeout | undefined
  const close = async () => {
    clearTimeout(warming)
    await app.close()
    await queries.close()
    host.close()
  }
  return {
    app,
    context,
    listen: async () => {
      const address = await app.listen({ host: options.host, port: options.port })
      warming = setTimeout(() => void workers.warm(), WARM_AFTER).unref()
      return address
    },
    close,
  }
}

/** Every line of the log of a writable copy says that it forgets. */
const scratchLog = ({ logger, scratch }: ServeOptions): Pick<ServeOptions, 'logger'> =>
  logger && scratch ? { logger: logger.child({ copy: 'in memory, forgotten on exit' }) } : {}
