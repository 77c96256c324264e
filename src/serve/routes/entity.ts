import { UsineError } from '../../errors.ts'
import type { Routes, SiteVersion } from '../context.ts'
import { htmlFormat } from '../documents/document-formats.ts'
import { entityDocument } from '../documents/entity-document.ts'
import { findEntity } from '../documents/find-entity.ts'
import {
  entityFormats,
  entityLinkset,
  entityPaths,
  pageLinks,
  writeLinks,
} from '../documents/links.ts'
import { answerDocument, listAlternatives } from '../documents/quads-document.ts'
import { negotiate } from '../negotiate.ts'
import { ProblemError } from '../problem.ts'
import type { Answer, Redirect } from '../respond/answer.ts'
import { basePath, encodePart } from '../respond/paths.ts'
import { getResponder } from '../respond/responder.ts'
import type { Decide } from '../respond/responder.ts'
import { answerEntityPage } from './page-answers.ts'
import { pathPart, queryValue, rawQuery, splitName } from './parameters.ts'

/** Routes of entities: the thing, the data about it in every format, the page about it, and the links of both. */
export const entityRoutes: Routes = (app, context) => {
  const { handler } = getResponder(context)
  const get = (url: string, decide: Decide, negotiated: Parameters<typeof handler>[1]): void => {
    app.route({ method: ['GET', 'HEAD'], url, handler: handler(decide, negotiated) })
  }
  get('/entity/:id', decideEntity, ['accept'])
  get('/data/:name', decideData, ['accept', 'accept-profile'])
  get(
    '/page/:id',
    (request, version) => {
      const found = findEntity(version, pathPart(request, 'id'))
      if (found.kind === 'moved') return moved('page', found.id, rawQuery(request), version)
      return answerEntityPage(found.entity, { request, version, context })
    },
    ['accept-language'],
  )
  get('/linkset/:id', decideLinkset, [])
}

const seeOtherVary = 'Accept, Accept-Profile'

/** A thing cannot be sent: who asks for it is sent to the page or the data about it. */
const decideEntity: Decide = (request, version) => {
  const id = pathPart(request, 'id')
  const query = rawQuery(request)
  const found = findEntity(version, id)
  if (found.kind === 'moved') return moved('entity', found.id, query, version)
  const { entity } = found
  const document = entityDocument(entity, version)
  const offers = [...entityFormats, htmlFormat]
  const { accept } = request.headers
  const isFixed = queryValue(request, 'format') !== undefined
  const format = isFixed ? wantsPage(request) : negotiate(accept, offers)
  if (!format) {
    const known = offers.map(({ mediaTypes: [mediaType] }) => mediaType).join(', ')
    const error = new UsineError('ERR_NOT_ACCEPTABLE', {
      header: 'Accept',
      value: accept ?? '',
      known,
    })
    throw new ProblemError(error, {
      alternatives: listAlternatives(document, version),
      headers: { vary: seeOtherVary },
    })
  }
  const { page, data } = entityPaths({ entity, version })
  const location = format.name === 'html' ? page : data
  return {
    kind: 'redirect',
    isPermanent: false,
    location: location + query,
    headers: { vary: seeOtherVary, link: writeLinks(pageLinks({ entity, version })) },
  }
}

const wantsPage = (request: Parameters<Decide>[0]) =>
  queryValue(request, 'format') === 'html' ? htmlFormat : entityFormats[0]

const decideData: Decide = (request, version) => {
  const name = pathPart(request, 'name')
  const query = rawQuery(request)
  const { id, extension } = splitName(name)
  const whole = findWhole(version, name)
  const found = whole ?? findEntity(version, id)
  const isWhole = whole !== undefined || extension === undefined
  if (found.kind === 'moved') {
    const target = isWhole ? found.id : `${found.id}.${extension}`
    return moved('data', target, query, version)
  }
  const document = entityDocument(found.entity, version)
  if (isWhole) return answerDocument(document, { request, version })
  if (entityFormats.some((format) => format.extension === extension)) {
    return answerDocument(document, { request, version, extension })
  }
  throw new ProblemError(
    new UsineError('ERR_PATH_NOT_FOUND', { path: request.url.slice(0, 200) }),
    {
      alternatives: listAlternatives(document, version),
    },
  )
}

/** An id may hold dots: then all of the name is the id. */
function findWhole(version: SiteVersion, name: string) {
  if (!name.includes('.')) return findEntity(version, name)
  const { redirects, gone } = version.site.config
  const isKnown = version.site.entities.some(({ id }) => id === name)
  return isKnown || redirects.has(name) || gone.has(name) ? findEntity(version, name) : undefined
}

const decideLinkset: Decide = (request, version): Answer => {
  const found = findEntity(version, pathPart(request, 'id'))
  if (found.kind === 'moved') return moved('linkset', found.id, rawQuery(request), version)
  const { entity } = found
  return {
    kind: 'representation',
    key: `linkset ${entity.id}`,
    contentType: 'application/linkset+json',
    headers: {
      link: writeLinks([
        { href: entity.iri, rel: 'cite-as' },
        { href: entityPaths({ entity, version }).page, rel: 'describes', type: 'text/html' },
      ]),
    },
    render: () => entityLinkset({ entity, version }),
  }
}

const moved = (folder: string, id: string, query: string, { base }: SiteVersion): Redirect => ({
  kind: 'redirect',
  isPermanent: true,
  location: `${basePath(base)}/${folder}/${encodePart(id)}${query}`,
  headers: {},
})
