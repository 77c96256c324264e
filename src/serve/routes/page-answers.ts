import type { FastifyRequest } from 'fastify'
import type { Entity } from '../../statements/index.ts'
import type { SiteVersion } from '../context.ts'
import { htmlFormat } from '../documents/document-formats.ts'
import { entityJsonLd } from '../documents/entity-json-ld.ts'
import { pageLinks, writeLinks } from '../documents/links.ts'
import type { WebLink } from '../documents/links.ts'
import { renderEntityPage } from '../pages/entity/entity-page.ts'
import { readPageContext } from '../pages/page-context.ts'
import type { PageContext } from '../pages/page-context.ts'
import type { Representation } from '../respond/answer.ts'
import { encodePart } from '../respond/paths.ts'
import { pageHeaders } from '../respond/security-headers.ts'

/** What a page is asked for with. */
export interface PageRequest {
  readonly request: FastifyRequest
  readonly version: SiteVersion
}

/** What makes one page. */
export interface PageContent {
  /** Without the site's own path. */
  readonly path: string
  /** What tells the page from others at the same path, such as its number. */
  readonly parameters?: Readonly<Record<string, string | undefined>>
  /** What else tells it from others. */
  readonly key?: string
  readonly links?: readonly WebLink[]
  /** Headers beside Accept-Language that the page is chosen by. */
  readonly vary?: string
  readonly render: (page: PageContext) => string | Promise<string>
}

/** Answers with a page in the language of who asks. */
export function answerPage(
  { request, version }: PageRequest,
  { path, parameters: named = {}, key = '', links = [], vary, render }: PageContent,
): Representation {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(named)) {
    if (value !== undefined) parameters.set(name, value)
  }
  const page: PageContext = { ...readPageContext(request, version, path), parameters }
  const { language, trouble } = page
  return {
    kind: 'representation',
    key: `page ${path} ${key} ${parameters.toString()} ${language} ${trouble?.at.toISOString() ?? ''}`,
    contentType: htmlFormat.contentType,
    headers: {
      vary: vary === undefined ? 'Accept-Language' : `${vary}, Accept-Language`,
      'content-language': language,
      ...(links.length > 0 && { link: writeLinks(links) }),
      ...pageHeaders,
      ...(trouble && { 'cache-control': 'no-store' }),
    },
    render: () => render(page),
  }
}

/** Answers with the page about an entity. */
export function answerEntityPage(entity: Entity, asked: PageRequest): Representation {
  const { version } = asked
  return answerPage(asked, {
    path: `/page/${encodePart(entity.id)}`,
    links: pageLinks({ entity, version }),
    render: async (page) =>
      renderEntityPage({ entity, jsonLd: await entityJsonLd(entity, version) }, page),
  })
}
