import type { Routes } from '../context.ts'
import { collectRoutes } from '../openapi/collect-routes.ts'
import { describeApi } from '../openapi/describe-api.ts'
import { getResponder } from '../respond/responder.ts'

/** What the server answers, for programs; it is added before all other routes, since it tells of them. */
export const openApiRoutes: Routes = (app, context) => {
  const routes = collectRoutes(app)
  const { programVersion } = context.options
  app.route({
    method: ['GET', 'HEAD'],
    url: '/openapi.json',
    handler: getResponder(context).handler(
      (_request, version) => ({
        kind: 'representation',
        key: 'openapi',
        contentType: 'application/vnd.oai.openapi+json;version=3.1',
        headers: {},
        render: () => {
          const api = describeApi(version, { routes: routes(), programVersion })
          return `${JSON.stringify(api, undefined, 2)}\n`
        },
      }),
      [],
    ),
  })
}
