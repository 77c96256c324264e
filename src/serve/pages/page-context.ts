import type { FastifyRequest } from 'fastify'
import type { SiteTrouble, SiteVersion } from '../context.ts'
import { negotiateLanguage } from '../negotiate.ts'
import { isAtThisMachine } from '../respond/at-this-machine.ts'
import { queryValue } from '../routes/parameters.ts'
import { messageLanguages } from './messages/index.ts'

/** Where and for whom a page is written. */
export interface PageContext {
  readonly version: SiteVersion
  /** The language of labels and words, where they have it. */
  readonly language: string
  /** The path it is at, without the site's own: links are written relative to it. */
  readonly path: string
  /** What else its address says, apart from the language; the page in other languages is there as well. */
  readonly parameters?: URLSearchParams
  /** What is wrong with the site's files, for those who edit them. */
  readonly trouble?: SiteTrouble | undefined
}

/** The languages that pages can be asked for in: the site's own, and those that the pages themselves speak. */
export const pageLanguages = ({ site }: SiteVersion): readonly string[] => [
  ...new Set([...site.config.languages, ...messageLanguages]),
]

/** Tells where and for whom to write: in the language of `?lang=`, else in that of the header. */
export function readPageContext(
  request: FastifyRequest,
  version: SiteVersion,
  path: string,
): PageContext {
  const languages = pageLanguages(version)
  const wanted = queryValue(request, 'lang')
  const language =
    languages.find((known) => known === wanted) ??
    negotiateLanguage(request.headers['accept-language'], languages)
  return { version, language, path, trouble: localTrouble(request) }
}

/** What is wrong with the site's files is told to the person at this machine, and to no one else. */
export const localTrouble = (request: FastifyRequest) =>
  isAtThisMachine(request) ? request.server.siteHost.trouble() : undefined
