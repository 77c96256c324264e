import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { UsineError } from '../errors.ts'
import type { QueryRunner, Routes, ServeContext, ServeOptions } from './context.ts'
import { createRequestIds, watchQueries, watchRequests } from './logging/index.ts'
import { createMetrics } from './metrics/server-metrics.ts'
import { sendProblem } from './problem.ts'
import { openSiteHost } from './site-host/site-host.ts'

/** Every route, by what it is about. */
const allRoutes: readonly Routes[] = []

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
export async function createServer(options: ServeOptions): Promise<UsineServer> {
  const host = await openSiteHost(options)
  const metrics = createMetrics()
  const queries = watchQueries(noQueries, { metrics, log: options.logger })
  const context: ServeContext = { ...host, options, queries, metrics }
  const app = createApp(options)
  watchRequests(app, metrics)
  metrics.watch({
    stats: () => queries.stats,
    site: () => {
      const { version, modified, store } = host.current()
      return { version, modified, quads: store.size }
    },
  })
  for (const routes of allRoutes) routes(app, context)
  const close = async () => {
    await app.close()
    await queries.close()
    host.close()
  }
  return {
    app,
    context,
    listen: () => app.listen({ host: options.host, port: options.port }),
    close,
  }
}

/** Takes the place of the workers where there are none. */
const noQueries: QueryRunner = {
  limits: {
    timeoutMs: 0,
    maxResults: 0,
    maxBytes: 0,
    memoryMb: 0,
    maxQueued: 0,
    maxWaitMs: 0,
  },
  stats: { workers: 0, ready: 0, busy: 0, queued: 0, refused: 0, replaced: 0 },
  run: () =>
    Promise.reject(new UsineError('ERR_QUERY_REFUSED', { reason: 'queries are not served' })),
  close: () => Promise.resolve(),
}

function createApp({ logger }: ServeOptions): FastifyInstance {
  const app: FastifyInstance = fastify({
    ...(logger && { loggerInstance: logger }),
    disableRequestLogging: true,
    requestIdHeader: false,
    genReqId: createRequestIds(),
    exposeHeadRoutes: false,
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 2000 },
  })
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, error))
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, new UsineError('ERR_PATH_NOT_FOUND', { path: request.url })),
  )
  return app
}
