import type { FastifyRequest } from 'fastify'
import { DataFactory } from 'n3'
import { exportEntity, printJsonLd, toJsonLd } from '../../export/index.ts'
import type { Entity } from '../../statements/index.ts'
import type { ServeContext, SiteTrouble, SiteVersion } from '../context.ts'
import { htmlFormat } from '../documents/document-formats.ts'
import { pageLinks, writeLinks } from '../documents/links.ts'
import type { WebLink } from '../documents/links.ts'
import { renderEntityPage } from '../html/entity-page.ts'
import { renderHomePage } from '../html/home-page.ts'
import type { PageContext } from '../html/value.ts'
import { negotiateLanguage } from '../negotiate.ts'
import type { Representation } from '../respond/answer.ts'
import { encodePart } from '../respond/paths.ts'
import { pageHeaders } from '../respond/security-headers.ts'

/** What a page is asked for with. */
export interface PageRequest {
  readonly request: FastifyRequest
  readonly version: SiteVersion
  readonly context: ServeContext
}

/** Answers with the page about an entity. */
export function answerEntityPage(entity: Entity, asked: PageRequest): Representation {
  const { version } = asked
  return answerPage(asked, {
    path: `/page/${encodePart(entity.id)}`,
    links: pageLinks({ entity, version }),
    render: async (page) =>
      renderEntityPage({ ...page, entity, jsonLd: await entityJsonLd(entity, version) }),
  })
}

/** Answers with the home page. */
export const answerHomePage = (asked: PageRequest, links: readonly WebLink[]): Representation =>
  answerPage(asked, { path: '/', links, render: renderHomePage })

interface PageContent {
  readonly path: string
  readonly links: readonly WebLink[]
  readonly render: (
    page: PageContext & { readonly trouble?: SiteTrouble | undefined },
  ) => string | Promise<string>
}

function answerPage(
  { request, version, context }: PageRequest,
  { path, links, render }: PageContent,
): Representation {
  const { languages } = version.site.config
  const language = negotiateLanguage(request.headers['accept-language'], languages)
  const trouble = localTrouble(request, context)
  return {
    kind: 'representation',
    key: `page ${path} ${language} ${trouble?.at.toISOString() ?? ''}`,
    contentType: htmlFormat.contentType,
    headers: {
      vary: path === '/' ? 'Accept, Accept-Language' : 'Accept-Language',
      'content-language': language,
      link: writeLinks(links),
      ...pageHeaders,
      ...(trouble && { 'cache-control': 'no-store' }),
    },
    render: () => render({ version, language, path, trouble }),
  }
}

/** What is wrong with the site's files is told to the person at this machine, and to no one else. */
export function localTrouble(
  request: FastifyRequest,
  context: ServeContext,
): SiteTrouble | undefined {
  const { headers, socket } = request
  const isForwarded = headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined
  const isLocal = /^(?:127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '')
  return isLocal && !isForwarded ? context.trouble() : undefined
}

/** Writes the schema.org view of an entity, for search engines. */
async function entityJsonLd(entity: Entity, { base, store, site }: SiteVersion): Promise<string> {
  const options = { view: 'schema', base, factory: DataFactory } as const
  const quads = exportEntity(store, entity.iri, { ...options, keepGraphs: false })
  const { ontology } = site
  return printJsonLd(await toJsonLd(quads, { ...options, ontology, root: entity.iri }))
}
