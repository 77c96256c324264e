import type { Quad } from '@rdfjs/types'
import type { FastifyRequest } from 'fastify'
import { UsineError } from '../../errors.ts'
import type { View } from '../../export/index.ts'
import { rdfFormats } from '../../formats.ts'
import type { SiteVersion } from '../context.ts'
import { renderQuadsPage } from '../pages/node/quads-page.ts'
import { readPageContext } from '../pages/page-context.ts'
import type { PageContext } from '../pages/page-context.ts'
import { negotiate } from '../negotiate.ts'
import { ProblemError } from '../problem.ts'
import type { Alternative } from '../problem.ts'
import type { Representation } from '../respond/answer.ts'
import { basePath } from '../respond/paths.ts'
import { pageHeaders } from '../respond/security-headers.ts'
import { queryValue } from '../routes/parameters.ts'
import { htmlFormat } from './document-formats.ts'
import type { DocumentFormat } from './document-formats.ts'
import { writeLinks } from './links.ts'
import type { WebLink } from './links.ts'
import { renderQuads } from './render-quads.ts'
import { negotiateView, profilesOf } from './views.ts'

/** A document of quads, in every format. */
export interface QuadsDocument {
  /** Where it is, without the site's own path and without extension. */
  readonly path: string
  /** The IRI of what it is about. */
  readonly about: string
  /** Whether it has two views; else every view is all of it. */
  readonly hasViews: boolean
  readonly formats: readonly DocumentFormat[]
  /** Whether each format has an address of its own, with its extension; else `?format=` tells them apart. */
  readonly hasExtensions: boolean
  quads(view: View, keepGraphs: boolean): Iterable<Quad> | Promise<Iterable<Quad>>
  links(view: View): readonly WebLink[]
  /** The page about the same for people, where that is a document of its own. */
  readonly page?: string
  /** Writes it as Wikibase JSON, where it is an entity. */
  readonly wikibaseJson?: () => string
  /** Writes it for people, where a list of triples is not the way to. */
  readonly renderPage?: (page: PageContext) => Promise<string>
}

/** What a document is asked for with. */
export interface DocumentRequest {
  readonly request: FastifyRequest
  readonly version: SiteVersion
  /** The extension that was asked for, if any. */
  readonly extension?: string | undefined
}

/**
 * Picks the format and the view of a document.
 *
 * @throws ProblemError with all that there is, where nothing fits
 */
export function answerDocument(document: QuadsDocument, asked: DocumentRequest): Representation {
  const { version, request, extension } = asked
  const vary = varyOf(document, extension)
  try {
    const wanted = document.hasViews ? askedView(request) : 'all'
    const format = askedFormat(offersOf(document, wanted), asked)
    const view = format.name === 'wikibase-json' ? 'wikibase' : wanted
    return represent(document, { ...asked, view, format, vary })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const alternatives = listAlternatives(document, version)
    throw new ProblemError(error, { alternatives, headers: vary === undefined ? {} : { vary } })
  }
}

function varyOf({ hasViews }: QuadsDocument, extension: string | undefined): string | undefined {
  const headers = [
    ...(extension === undefined ? ['Accept'] : []),
    ...(hasViews ? ['Accept-Profile'] : []),
  ]
  return headers.length > 0 ? headers.join(', ') : undefined
}

const askedView = (request: FastifyRequest): View =>
  negotiateView({
    query: queryValue(request, 'view') ?? queryValue(request, '_profile'),
    header: request.headers['accept-profile'] as string | undefined,
  })

/** Wikibase JSON is a form of the Wikibase view: who asks for the other one does not get it. */
const offersOf = ({ formats }: QuadsDocument, view: View): readonly DocumentFormat[] =>
  view === 'schema' ? formats.filter(({ name }) => name !== 'wikibase-json') : formats

function askedFormat(
  offers: readonly DocumentFormat[],
  { request, extension }: DocumentRequest,
): DocumentFormat {
  const known = offers.map(({ mediaTypes: [mediaType] }) => mediaType).join(', ')
  if (extension !== undefined) {
    const format = offers.find((offer) => offer.extension === extension)
    if (format) return format
    throw new UsineError('ERR_NOT_ACCEPTABLE', {
      header: 'the address',
      value: `.${extension}`,
      known,
    })
  }
  const name = queryValue(request, 'format')
  if (name !== undefined) {
    const format = offers.find((offer) => isCalled(offer, name))
    if (format) return format
    throw new UsineError('ERR_FORMAT_UNKNOWN', { name, suggestion: '', known })
  }
  const { accept } = request.headers
  const format = negotiate(accept, offers)
  if (format) return format
  throw new UsineError('ERR_NOT_ACCEPTABLE', { header: 'Accept', value: accept ?? '', known })
}

/** Whether a word of a query names a format; a plus sign in it means a space, as in `application/ld json`. */
export const isCalled = ({ name, extension, mediaTypes }: DocumentFormat, text: string): boolean =>
  [name, extension, ...mediaTypes].includes(text.toLowerCase().replaceAll(' ', '+'))

interface Chosen extends DocumentRequest {
  readonly view: View
  readonly format: DocumentFormat
  readonly vary: string | undefined
}

function represent(document: QuadsDocument, chosen: Chosen): Representation {
  const { format, view, version, vary, request } = chosen
  const isPage = format.name === 'html'
  const page = readPageContext(request, version, document.path)
  const { language, trouble } = page
  return {
    kind: 'representation',
    key: [
      document.path,
      format.name,
      view,
      ...(isPage ? [language, trouble?.at.toISOString()] : []),
    ].join(' '),
    contentType: format.contentType,
    headers: {
      ...(vary !== undefined && { vary: isPage ? `${vary}, Accept-Language` : vary }),
      'content-location': addressOf(document, format, view, version),
      ...(document.hasViews && {
        'content-profile': profilesOf(view)
          .map((iri) => `<${iri}>`)
          .join(', '),
      }),
      link: writeLinks(document.links(view)),
      ...(isPage && { ...pageHeaders, 'content-language': language }),
      ...(isPage && trouble && { 'cache-control': 'no-store' }),
    },
    render: () => render(document, { ...chosen, page }),
  }
}

async function render(
  document: QuadsDocument,
  { format, view, version, page }: Chosen & { readonly page: PageContext },
): Promise<string> {
  const { about } = document
  if (format.name === 'wikibase-json') return document.wikibaseJson?.() ?? ''
  if (format.name === 'html') {
    if (document.renderPage) return document.renderPage(page)
    return renderQuadsPage({ about, quads: await document.quads(view, false) }, page)
  }
  const { quads: hasGraphs, name } = rdfFormats[format.name]
  // A tree of JSON-LD has one default graph.
  const keepGraphs = document.hasViews && hasGraphs && view === 'all' && name !== 'jsonld'
  return renderQuads(await document.quads(view, keepGraphs), { format: name, view, about, version })
}

function addressOf(
  { path, hasExtensions, hasViews }: QuadsDocument,
  { extension, name }: DocumentFormat,
  view: View,
  { base }: SiteVersion,
): string {
  const hasView = hasViews && view !== 'all' && name !== 'wikibase-json'
  const query = [...(hasExtensions ? [] : [`format=${name}`]), ...(hasView ? [`view=${view}`] : [])]
  const address = basePath(base) + path + (hasExtensions ? `.${extension}` : '')
  return query.length > 0 ? `${address}?${query.join('&')}` : address
}

/** Lists all that there is of a document. */
export const listAlternatives = (document: QuadsDocument, version: SiteVersion): Alternative[] => [
  ...document.formats.map((format) => ({
    href: addressOf(document, format, 'all', version),
    type: format.mediaTypes[0],
  })),
  ...(document.page === undefined ? [] : [{ href: document.page, type: htmlFormat.mediaTypes[0] }]),
]
