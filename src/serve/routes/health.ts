import type { Routes } from '../context.ts'
import { openHeaders } from '../respond/security-headers.ts'

/** Documents are answered before the workers are there, in milliseconds. */
const START_GRACE = 30_000

/** Whether the server can do its work, for whoever watches it: 200, or 503 with the reason. */
export const healthRoutes: Routes = (app, context) => {
  const start = performance.now()
  app.route({
    method: ['GET', 'HEAD'],
    url: '/health',
    handler: (_request, reply) => {
      const { stats } = context.queries
      const { version, modified } = context.current()
      const isStarting = performance.now() - start < START_GRACE
      const hasWorkers = stats.workers > 0 || isStarting
      const reason = hasWorkers ? undefined : 'no worker is there to answer queries'
      const trouble = context.trouble()
      return reply
        .code(reason === undefined ? 200 : 503)
        .headers({ ...openHeaders, 'cache-control': 'no-store' })
        .type('application/json; charset=utf-8')
        .send({
          status: reason === undefined ? 'ok' : 'unavailable',
          ...(reason !== undefined && { reason }),
          version,
          modified: modified.toISOString(),
          // What is wrong is told in the log: it may hold text of files that are not published.
          newestChange: trouble ? 'not served: it has errors' : 'served',
          queries: stats,
        })
    },
  })
}
