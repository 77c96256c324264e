import { STATUS_CODES } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { makeVisible, UsineError } from '../errors.ts'
import type { ErrorCode } from '../errors.ts'
import { findFormatByExtension, rdfFormats } from '../formats.ts'
import type { RdfFormat } from '../formats.ts'
import { readPageContext } from './pages/page-context.ts'
import { renderProblemPage } from './pages/problem-page.ts'
import { negotiate } from './negotiate.ts'
import { problemToJsonLd, problemToRdfXml, problemToTriples } from './problem-quads.ts'
import { openHeaders, pageHeaders } from './respond/security-headers.ts'

/** The status of each error that clients can bring about; all others are the server's own fault. */
const statuses: Partial<Record<ErrorCode, number>> = {
  ERR_ANSWER_FORMAT: 406,
  ERR_BODY_TOO_LONG: 413,
  ERR_CONTEXT_UNKNOWN: 400,
  ERR_DOCUMENT_INVALID: 400,
  ERR_ENTITY_GONE: 410,
  ERR_ENTITY_NOT_FOUND: 404,
  ERR_FORMAT_UNFIT: 406,
  ERR_FORMAT_UNKNOWN: 406,
  ERR_GRAPH_NOT_FOUND: 404,
  ERR_METHOD_REFUSED: 405,
  ERR_METHOD_UNKNOWN: 501,
  ERR_NOT_ACCEPTABLE: 406,
  ERR_PARAMETER_INVALID: 400,
  ERR_PARAMETER_MISSING: 400,
  ERR_PARAMETER_UNKNOWN: 400,
  ERR_PATH_INVALID: 400,
  ERR_PATH_NOT_FOUND: 404,
  ERR_PRECONDITION_FAILED: 412,
  ERR_QUERY_ABORTED: 503,
  ERR_QUERY_BYTES: 413,
  ERR_QUERY_FAILED: 400,
  ERR_QUERY_LIMIT: 413,
  ERR_QUERY_MEMORY: 413,
  ERR_QUERY_NOT_FOUND: 404,
  ERR_QUERY_REFUSED: 403,
  ERR_QUERY_SYNTAX: 400,
  ERR_QUERY_TIMEOUT: 503,
  ERR_QUERY_TOO_LONG: 413,
  ERR_QUERY_TYPE: 400,
  ERR_RANGE_UNFIT: 416,
  ERR_READ_ONLY: 403,
  ERR_REQUEST_CODING: 415,
  ERR_REQUEST_HEADERS: 431,
  ERR_REQUEST_INVALID: 400,
  ERR_REQUEST_SLOW: 408,
  ERR_REQUEST_TYPE: 415,
  ERR_SERVER_BUSY: 503,
  ERR_SYNTAX: 400,
  ERR_TARGET_FAILED: 502,
  ERR_TARGET_REFUSED: 403,
  ERR_TERM_UNWRITABLE: 406,
  ERR_TOKEN_MISSING: 401,
  ERR_UPDATE_DATASET: 400,
  ERR_UPDATE_FAILED: 409,
}

/** Something that can be asked for instead. */
export interface Alternative {
  readonly href: string
  readonly type: string
  readonly profile?: string
}

/**
 * What went wrong, for programs.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export interface ProblemDetails {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance?: string
  readonly code?: string
  readonly alternatives?: readonly Alternative[]
  readonly [extension: string]: unknown
}

/** What an answer to an error carries beside the error. */
export interface ProblemExtras {
  readonly headers?: Readonly<Record<string, string>>
  readonly alternatives?: readonly Alternative[]
  /** Further members of the problem details. */
  readonly members?: Readonly<Record<string, unknown>>
  /** Writes the page that says it, where the place has one of its own. */
  readonly renderPage?: (problem: ProblemDetails) => string
}

/** An error with what its answer carries. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly extras: ProblemExtras
  override readonly cause: unknown

  constructor(cause: Error, extras: ProblemExtras) {
    super(cause.message, { cause })
    this.cause = cause
    this.extras = extras
  }
}

type Representation = readonly [
  contentType: string,
  mediaTypes: readonly string[],
  write: (problem: ProblemDetails, request: FastifyRequest) => string,
]

const writeJson = (problem: ProblemDetails): string => `${JSON.stringify(problem, undefined, 2)}\n`

const json: Representation = [
  'application/problem+json; charset=utf-8',
  ['application/problem+json', 'application/json', 'application/ld+json'],
  writeJson,
]
const html: Representation = [
  'text/html; charset=utf-8',
  ['text/html', 'application/xhtml+xml'],
  (problem, request) => renderProblemPage(problem, pageOf(request)),
]
const text: Representation = ['text/plain; charset=utf-8', ['text/plain'], writeText]

/** Formats of every error. */
const plain = [json, html, text].map(toOffer)

const triples = ({ name, mediaTypes }: RdfFormat): Representation => [
  name === 'turtle' ? `${mediaTypes[0]}; charset=utf-8` : mediaTypes[0],
  mediaTypes,
  problemToTriples,
]

/** Formats of what is not there: who asks for RDF about it is answered in RDF. */
const missing = [
  ...plain.slice(0, 1).map((offer) => ({ ...offer, mediaTypes: offer.mediaTypes.slice(0, 2) })),
  ...plain.slice(1),
  toOffer(['application/ld+json', ['application/ld+json'], problemToJsonLd]),
  toOffer(['application/rdf+xml', ['application/rdf+xml'], problemToRdfXml]),
  ...[rdfFormats.turtle, rdfFormats.trig, rdfFormats['n-triples'], rdfFormats['n-quads']].map(
    (format) => toOffer(triples(format)),
  ),
]

function toOffer([contentType, mediaTypes, write]: Representation) {
  return { contentType, mediaTypes, write }
}

function chooseRepresentation({ headers, url }: FastifyRequest, status: number) {
  const isMissing = status === 404 || status === 410
  const [path = ''] = url.split('?', 1)
  const format = isMissing ? findFormatByExtension(path) : undefined
  const isOpen = headers.accept === undefined || headers.accept === '*/*'
  const accept = isOpen && format ? format.mediaTypes[0] : headers.accept
  const offers = isMissing ? missing : plain
  return negotiate(accept, offers) ?? toOffer(json)
}

/** Answers with an error: problem details, or a page for people. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  more: ProblemExtras = {},
): FastifyReply {
  const extras = error instanceof ProblemError ? { ...error.extras, ...more } : more
  const cause = nameFault(error instanceof ProblemError ? error.cause : error)
  const problem = toProblem(cause, request.url, extras)
  if (problem.status === 500) request.log.error({ err: cause }, problem.detail)
  const { contentType, write } = chooseRepresentation(request, problem.status)
  const { alternatives = [], headers = {}, renderPage } = extras
  const isPage = contentType === html[0]
  const { vary = 'Accept, Accept-Profile' } = headers
  return reply
    .code(problem.status)
    .headers({
      ...openHeaders,
      ...(isPage && { ...pageHeaders, 'content-language': pageOf(request).language }),
      'cache-control': 'no-cache',
      ...retryAfter(cause),
      ...headers,
      vary: isPage ? `${vary}, Accept-Language` : vary,
    })
    .headers(alternatives.length > 0 ? { link: alternatives.map(toLink).join(', ') } : {})
    .header('content-type', contentType)
    .send(isPage && renderPage ? renderPage(problem) : write(problem, request))
}

/** Writes a whole answer to what is not even a request that can be routed, and says that the connection closes. */
export function writeRawProblem(error: UsineError): string {
  const problem = toProblem(error)
  const [contentType] = json
  const body = writeJson(problem)
  const headers = {
    ...openHeaders,
    'content-type': contentType,
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    date: new Date().toUTCString(),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${problem.status} ${problem.title}`, ...lines, '', body].join('\r\n')
}

/** Gives Fastify's own errors about requests a code of ours. */
function nameFault(error: unknown): unknown {
  if (error instanceof UsineError || !(error instanceof Error)) return error
  const status = statusOf(error)
  if (status === 413) return new UsineError('ERR_BODY_TOO_LONG', {}, { cause: error })
  if (status !== 400) return error
  return new UsineError('ERR_REQUEST_INVALID', { problem: error.message }, { cause: error })
}

/** Where and for whom the page about an error is written. */
function pageOf(request: FastifyRequest) {
  const [path = '/'] = request.url.split('?', 1)
  return readPageContext(request, request.server.siteHost.current(), path)
}

/** A busy server says when to come back. */
export const retryAfter = (error: unknown): Record<string, string> =>
  error instanceof UsineError && error.code === 'ERR_SERVER_BUSY'
    ? { 'retry-after': String(error.details.seconds) }
    : {}

const toLink = ({ href, type, profile }: Alternative): string =>
  `<${href}>; rel="alternate"; type="${type}"${profile === undefined ? '' : `; profile="${profile}"`}`

/** Describes an error as problem details; what is not the client's business is not told. */
export function toProblem(
  error: unknown,
  instance?: string,
  extras: ProblemExtras = {},
): ProblemDetails {
  const status = statusOf(error)
  const isKnown = error instanceof UsineError || status < 500
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail:
      isKnown && error instanceof Error
        ? makeVisible(error.message)
        : 'The server failed; its log says why',
    ...(instance !== undefined && { instance }),
    ...(error instanceof UsineError && { code: error.code }),
    ...(extras.alternatives && { alternatives: extras.alternatives }),
    ...extras.members,
  }
}

function statusOf(error: unknown): number {
  if (error instanceof UsineError) return statuses[error.code] ?? 500
  // Fastify's own errors: bodies too large, media types that nothing reads.
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') {
    return error.statusCode
  }
  return 500
}

function writeText({ status, title, detail, alternatives = [] }: ProblemDetails): string {
  const list = alternatives.map(({ href, type }) => `  ${type}  ${href}\n`).join('')
  return `${status} ${title}\n\n${detail}\n${list === '' ? '' : `\nThere is:\n${list}`}`
}
