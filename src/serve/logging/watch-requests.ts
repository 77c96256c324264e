import type { FastifyInstance } from 'fastify'
import type { ServerMetrics } from '../metrics/server-metrics.ts'
import { logPath } from './log-text.ts'

/** Measures and logs every request, and answers it with its id. */
export function watchRequests(app: FastifyInstance, metrics: ServerMetrics): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { method, url, routeOptions } = request
    const { statusCode } = reply.raw
    const milliseconds = reply.elapsedTime
    const route = routeOptions.url ?? 'none'
    metrics.requestAnswered({ method, route, status: statusCode, seconds: milliseconds / 1000 })
    const ms = Math.round(milliseconds * 10) / 10
    request.log.info({ method, path: logPath(url), status: statusCode, ms }, '')
    done()
  })
  // A client that goes away before its answer is whole.
  app.addHook('onRequestAbort', (request, done) => {
    request.log.info({ method: request.method, path: logPath(request.url) }, 'client went away')
    done()
  })
}
