import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { UsineError } from '../errors.ts'
import type { QueryRunner, Routes, ServeContext, ServeOptions } from './context.ts'
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
  const queries: QueryRunner = {
    run: () =>
      Promise.reject(new UsineError('ERR_QUERY_REFUSED', { reason: 'queries are not served' })),
    close: () => Promise.resolve(),
  }
  const context: ServeContext = { ...host, options, queries }
  const app = createApp(options)
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

function createApp({ logger }: ServeOptions): FastifyInstance {
  const app: FastifyInstance = fastify({
    ...(logger && { loggerInstance: logger }),
    disableRequestLogging: true,
    exposeHeadRoutes: false,
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 2000 },
  })
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, error))
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, new UsineError('ERR_PATH_NOT_FOUND', { path: request.url })),
  )
  return app
}
