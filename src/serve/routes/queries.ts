import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Term } from '@rdfjs/types'
import { UsineError } from '../../errors.ts'
import type { QueryAnswer, Routes, ServeContext, SiteVersion } from '../context.ts'
import { logText } from '../logging/index.ts'
import { negotiate, negotiateCoding } from '../negotiate.ts'
import { clientOf } from '../network/index.ts'
import { describeQueries } from '../queries/describe-query.ts'
import type { DescribedQuery } from '../queries/describe-query.ts'
import { contentTypeOf, pageFormat } from '../queries/query-formats.ts'
import type { QueryFormat } from '../queries/query-formats.ts'
import { queriesToJson } from '../queries/query-list.ts'
import { findNamedQuery, pickFormat, readParameters } from '../queries/read-query-request.ts'
import type { NamedQuery } from '../queries/read-query-request.ts'
import { answerEtag, sendStream } from '../queries/stream-answer.ts'
import type { Representation } from '../respond/answer.ts'
import { assertUnchanged, isFresh } from '../respond/conditional.ts'
import { basePath } from '../respond/paths.ts'
import { readPageContext } from '../pages/page-context.ts'
import type { PageContext } from '../pages/page-context.ts'
import { renderQuestionList } from '../pages/questions/list-page.ts'
import { answerPage } from './page-answers.ts'
import { queryValue, sentParameters } from './parameters.ts'
import { refuseForm, sendQuestionPage } from './question-page.ts'
import { getResponder } from '../respond/responder.ts'
import { openHeaders, pageHeaders } from '../respond/security-headers.ts'

/** The saved queries: a list, and each with its answer and its text. */
export const queryRoutes: Routes = (app, context) => {
  const { handler } = getResponder(context)
  const method = ['GET', 'HEAD']
  app.route({
    method,
    url: '/queries',
    handler: handler(listQueries, ['accept', 'accept-language']),
  })
  const sendText = handler((request, version) => queryText(nameOf(request), version), [])
  app.route({
    method,
    url: '/queries/:name',
    handler: (request, reply) => {
      const isText = findNamedQuery(nameOf(request), context.current()).extension === 'rq'
      return isText ? sendText(request, reply) : answerQuery(request, reply, context)
    },
  })
}

const nameOf = ({ params }: FastifyRequest): string => (params as { readonly name: string }).name

const listFormats = [
  { name: 'json', mediaTypes: ['application/json'] },
  { name: 'html', mediaTypes: pageFormat.mediaTypes },
] as const

function listQueries(request: FastifyRequest, version: SiteVersion): Representation {
  const { headers } = request
  const word = queryValue(request, 'format')
  const format =
    word === undefined
      ? negotiate(headers.accept, listFormats)
      : listFormats.find(({ name }) => name === word)
  if (!format) {
    const known = listFormats.map(({ name }) => name).join(', ')
    const value = logText(word ?? headers.accept ?? '')
    throw new UsineError('ERR_NOT_ACCEPTABLE', { header: 'Accept', value, known })
  }
  if (format.name === 'html') {
    const queries = [...describeQueries(version).values()]
    const render = (page: PageContext) => renderQuestionList(queries, page)
    return answerPage({ request, version }, { path: '/queries', vary: 'Accept', render })
  }
  return {
    kind: 'representation',
    key: 'queries json',
    contentType: 'application/json; charset=utf-8',
    headers: { vary: 'Accept' },
    render: () => queriesToJson(version),
  }
}

function queryText(word: string, version: SiteVersion): Representation {
  const { query } = findNamedQuery(word, version).described
  return {
    kind: 'representation',
    key: `query text ${query.name}`,
    contentType: 'application/sparql-query; charset=utf-8',
    headers: {},
    render: () => query.text,
  }
}

/** A request that was understood. */
interface Asked {
  readonly named: NamedQuery
  readonly values: URLSearchParams
  readonly bindings: ReadonlyMap<string, Term>
  readonly format: QueryFormat
  readonly version: SiteVersion
  /** The language of labels: a page's is negotiated, and data's is that of `?lang=`. */
  readonly language: string | undefined
}

async function answerQuery(
  request: FastifyRequest,
  reply: FastifyReply,
  context: ServeContext,
): Promise<FastifyReply> {
  const version = context.current()
  const named = findNamedQuery(nameOf(request), version)
  const values = searchOf(request)
  const format = pickFormat(named, values, request.headers.accept)
  const { described } = named
  const parameters = sentParameters(request)
  const page = { ...readPageContext(request, version, described.path), parameters }
  const isPage = format.name === pageFormat.name
  const language = isPage ? page.language : (values.get('lang') ?? undefined)
  const reading = { version, language }
  reply.headers(headersOf(described, isPage, version)).type(contentTypeOf(format.mediaTypes[0]))
  const bindings = readBindings(described, values, reading)
  if (bindings instanceof Error) {
    if (!isPage) throw bindings
    const { status, body } = refuseForm({ described, values, page }, bindings)
    return reply.code(status).send(body)
  }
  const asked = { named, values, bindings, format, version, language }
  const coding = negotiateCoding(request.headers['accept-encoding'])
  if (isUnchanged(request, reply, asked, context)) return reply.code(304).send()
  if (request.method === 'HEAD') {
    const isPacked = coding !== 'identity' && !isPage
    return reply.headers(isPacked ? { 'content-encoding': coding } : {}).send()
  }
  const run = () => runQuery(request, reply, asked, context)
  if (isPage) return sendQuestionPage(reply, { described, values, page }, { bindings, run })
  return sendStream(reply, (await run()).body, coding)
}

function searchOf({ url }: FastifyRequest): URLSearchParams {
  const [, search = ''] = /\?(.*)$/s.exec(url) ?? []
  return new URLSearchParams(search)
}

/** The values as terms, or what is wrong with them. */
function readBindings(
  ...reading: Parameters<typeof readParameters>
): ReadonlyMap<string, Term> | Error {
  try {
    return readParameters(...reading)
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}

/** Adds the validators of an answer that may be kept, and tells whether the client has it. */
function isUnchanged(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  asked: Asked,
  context: ServeContext,
): boolean {
  const isSettled = !context.options.scratch && !context.trouble()
  if (!isSettled || asked.named.described.isVolatile) return false
  const { modified } = asked.version
  const coding = negotiateCoding(headers['accept-encoding'])
  const validators = { etag: etagOf(asked, coding), modified }
  reply.headers({ etag: validators.etag, 'last-modified': modified.toUTCString() })
  assertUnchanged(headers, validators)
  return isFresh(headers, validators)
}

const etagOf = (asked: Asked, coding: ReturnType<typeof negotiateCoding>): string =>
  answerEtag({
    version: asked.version.version,
    query: asked.named.described.query.name,
    bindings: asked.bindings,
    format: asked.format.name,
    coding,
    ...(asked.format.name === pageFormat.name && { language: asked.language ?? '' }),
  })

function headersOf(
  { path }: DescribedQuery,
  isPage: boolean,
  { base }: SiteVersion,
): Record<string, string> {
  const vary = ['Accept', 'Accept-Encoding', ...(isPage ? ['Accept-Language'] : [])].join(', ')
  return {
    ...openHeaders,
    ...(isPage && pageHeaders),
    vary,
    'cache-control': 'public, max-age=0, must-revalidate',
    link: `<${basePath(base)}${path}.rq>; rel="describedby"; type="application/sparql-query"`,
  }
}

function runQuery(
  request: FastifyRequest,
  reply: FastifyReply,
  { named, bindings, format }: Asked,
  { queries }: ServeContext,
): Promise<QueryAnswer> {
  const abort = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) abort.abort()
  })
  const { query, type } = named.described
  const isPage = format.name === pageFormat.name
  const pageSource = type === 'select' || type === 'ask' ? 'json' : 'n-triples'
  return queries.run({
    query: query.text,
    format: isPage ? pageSource : format.name,
    bindings,
    signal: abort.signal,
    client: clientOf(request.ip),
    requestId: request.id,
  })
}
