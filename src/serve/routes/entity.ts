import type { FastifyRequest } from 'fastify'
import { UsineError } from '../../errors.ts'
import type { Entity } from '../../statements/index.ts'
import type { Routes, SiteVersion } from '../context.ts'
import { htmlFormat } from '../documents/document-formats.ts'
import type { DocumentFormat } from '../documents/document-formats.ts'
import { entityDocument } from '../documents/entity-document.ts'
import { findEntity } from '../documents/find-entity.ts'
import { entityLinkset, linksetFormats } from '../documents/linkset.ts'
import { entityFormats, entityPaths, pageLinks, writeLinks } from '../documents/links.ts'
import { answerDocument, isCalled, listAlternatives } from '../documents/quads-document.ts'
import { siteIndex } from '../documents/site-index.ts'
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
      return answerEntityPage(found.entity, { request, version })
    },
    ['accept-language'],
  )
  get('/linkset/:id', decideLinkset, ['accept'])
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
  const word = queryValue(request, 'format')
  const format = word === undefined ? negotiate(accept, offers) : named(word)
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

const named = (word: string) => (isCalled(htmlFormat, word) ? htmlFormat : entityFormats[0])

/** Whether who asks for data wants the page more than any of it. */
function wantsPage(request: FastifyRequest, offers: readonly DocumentFormat[]): boolean {
  const word = queryValue(request, 'format')
  if (word !== undefined) return isCalled(htmlFormat, word)
  return negotiate(request.headers.accept, offers) === htmlFormat
}

const seePage = (entity: Entity, version: SiteVersion): Redirect => ({
  kind: 'redirect',
  isPermanent: false,
  location: entityPaths({ entity, version }).page,
  headers: { vary: seeOtherVary, link: writeLinks(pageLinks({ entity, version })) },
})

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
  const { entity } = found
  const document = entityDocument(entity, version)
  if (isWhole) {
    return wantsPage(request, [...entityFormats, htmlFormat])
      ? seePage(entity, version)
      : answerDocument(document, { request, version })
  }
  if (extension === htmlFormat.extension) return seePage(entity, version)
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
  const isKnown = siteIndex(version).byId.has(name)
  return isKnown || redirects.has(name) || gone.has(name) ? findEntity(version, name) : undefined
}

const linksetOffers = linksetFormats.map(({ mediaType }) => ({ mediaTypes: [mediaType] }))

const decideLinkset: Decide = (request, version): Answer => {
  const found = findEntity(version, pathPart(request, 'id'))
  if (found.kind === 'moved') return moved('linkset', found.id, rawQuery(request), version)
  const { entity } = found
  const { accept } = request.headers
  const offer = negotiate(accept, linksetOffers)
  const format = linksetFormats.find(({ mediaType }) => offer?.mediaTypes.includes(mediaType))
  if (!format) {
    const known = linksetFormats.map(({ mediaType }) => mediaType).join(', ')
    throw new UsineError('ERR_NOT_ACCEPTABLE', { header: 'Accept', value: accept ?? '', known })
  }
  const { page, linkset } = entityPaths({ entity, version })
  return {
    kind: 'representation',
    key: `${format.mediaType} ${entity.id}`,
    contentType: format.mediaType,
    headers: {
      vary: 'Accept',
      link: writeLinks([
        { href: entity.iri, rel: 'cite-as' },
        { href: page, rel: 'describes', type: htmlFormat.mediaTypes[0] },
        ...linksetFormats.map(({ mediaType }) => ({
          href: linkset,
          rel: 'alternate',
          type: mediaType,
        })),
      ]),
    },
    render: () => format.write(entityLinkset({ entity, version })),
  }
}

const moved = (folder: string, id: string, query: string, { base }: SiteVersion): Redirect => ({
  kind: 'redirect',
  isPermanent: true,
  location: `${basePath(base)}/${folder}/${encodePart(id)}${query}`,
  headers: {},
})
