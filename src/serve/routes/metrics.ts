import type { Routes } from '../context.ts'

/** What happened since the start, in the text format of Prometheus. */
export const metricsRoutes: Routes = (app, { metrics }) => {
  app.route({
    method: ['GET', 'HEAD'],
    url: '/metrics',
    handler: async (_request, reply) => {
      const { contentType, text } = await metrics.write()
      return reply
        .headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
        .type(contentType)
        .send(text)
    },
  })
}
