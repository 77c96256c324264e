import { UsineError } from '../../errors.ts'
import { catalogueOf, classMembers, propertyValues } from '../catalogue/index.ts'
import type { Routes } from '../context.ts'
import { renderBrowsePage } from '../pages/browse/browse-page.ts'
import { classPath, propertyPath } from '../pages/browse/class-links.ts'
import { layoutPlaces } from '../pages/browse/place-layout.ts'
import { renderClassPage } from '../pages/browse/class-page.ts'
import { renderPropertyPage } from '../pages/browse/property-page.ts'
import { renderValuePage } from '../pages/browse/value-page.ts'
import { pageParameter, readPage } from '../pages/paging.ts'
import { getResponder } from '../respond/responder.ts'
import type { Decide } from '../respond/responder.ts'
import { answerPage } from './page-answers.ts'
import { pathPart, queryValue } from './parameters.ts'

/** Routes of the lists of what there is: by class, by property, and by value. */
export const browseRoutes: Routes = (app, context) => {
  const { handler } = getResponder(context)
  const get = (url: string, decide: Decide): void => {
    app.route({ method: ['GET', 'HEAD'], url, handler: handler(decide, ['accept-language']) })
  }
  get('/browse', (request, version) =>
    answerPage(
      { request, version },
      {
        path: '/browse',
        render: async (page) => renderBrowsePage(await catalogueOf(version), page),
      },
    ),
  )
  get('/browse/class/:key', decideClass)
  get('/browse/property/:key', decideProperty)
}

const decideClass: Decide = (request, version) => {
  const key = pathPart(request, 'key')
  const { url } = request
  const page = readPage(queryValue(request, 'page'), url)
  return answerPage(
    { request, version },
    {
      path: classPath(key),
      parameters: { page: pageParameter(page) },
      render: async (context) => {
        const catalogue = await catalogueOf(version)
        const one = catalogue.classes.get(key) ?? refuse(url)
        const { language } = context
        const members = await classMembers({ version, catalogue, one, language })
        return renderClassPage({ catalogue, one, members, page }, context)
      },
    },
  )
}

const decideProperty: Decide = (request, version) => {
  const key = pathPart(request, 'key')
  const { url } = request
  const page = readPage(queryValue(request, 'page'), url)
  const wanted = queryValue(request, 'value')
  return answerPage(
    { request, version },
    {
      path: propertyPath(key),
      parameters: { value: wanted, page: pageParameter(page) },
      render: async (context) => {
        const catalogue = await catalogueOf(version)
        const property = catalogue.properties.get(key) ?? unused(key, version) ?? refuse(url)
        const { language } = context
        const values = await propertyValues({ version, catalogue, property, language })
        if (wanted === undefined) {
          const layout = page === 1 ? await layoutPlaces(values) : undefined
          return renderPropertyPage({ catalogue, property, values, page, layout }, context)
        }
        const value = values.find((one) => one.key === wanted) ?? refuse(url)
        return renderValuePage({ catalogue, property, value, page }, context)
      },
    },
  )
}

/** A property that the ontology describes and no entity has. */
function unused(key: string, { site }: Parameters<Decide>[1]) {
  const term = site.ontology.properties.get(key)
  return term && { iri: term.entityIri, key, statements: 0, holders: [] }
}

function refuse(url: string): never {
  throw new UsineError('ERR_PATH_NOT_FOUND', { path: url.slice(0, 200) })
}
