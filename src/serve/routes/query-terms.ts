import type { Routes } from '../context.ts'
import { readPageContext } from '../pages/page-context.ts'
import { listQueryTerms } from '../pages/query/query-terms.ts'
import { getResponder } from '../respond/responder.ts'

/** What the editor of queries completes: prefixes, and properties and classes with their labels. */
export const queryTermRoutes: Routes = (app, context) => {
  const { handler } = getResponder(context)
  const url = '/query-terms'
  app.route({
    method: ['GET', 'HEAD'],
    url,
    handler: handler(
      (request, version) => {
        const { language } = readPageContext(request, version, url)
        return {
          kind: 'representation',
          key: `query terms ${language}`,
          contentType: 'application/json; charset=utf-8',
          headers: { vary: 'Accept-Language', 'content-language': language },
          render: () => `${JSON.stringify(listQueryTerms(version, language))}\n`,
        }
      },
      ['accept-language'],
    ),
  })
}
