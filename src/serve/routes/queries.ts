import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Term } from '@rdfjs/types'
import { UsineError } from '../../errors.ts'
import type { QueryAnswer, Routes, ServeContext, SiteVersion } from '../context.ts'
import { logText } from '../logging/index.ts'
import { negotiate, negotiateCoding } from '../negotiate.ts'
import { clientOf } from '../network/index.ts'
import { describeQueries } from '../queries/describe-query.ts'
import { contentTypeOf, pageFormat } from '../queries/query-formats.ts'
import type { QueryFormat } from '../queries/query-formats.ts'
import { queriesToJson } from '../queries/query-list.ts'
import { renderQueryAnswer, renderQueryList } from '../queries/query-pages.ts'
import { findNamedQuery, pickFormat, readParameters } from '../queries/read-query-request.ts'
import type { NamedQuery } from '../queries/read-query-request.ts'
import { readUpTo } from '../pages/answers/json-answer.ts'
import type { JsonAnswer } from '../pages/answers/json-answer.ts'
import { answerEtag, sendStream } from '../queries/stream-answer.ts'
import type { Representation } from '../respond/answer.ts'
import { assertUnchanged, isFresh } from '../respond/conditional.ts'
import { basePath } from '../respond/paths.ts'
import { readPageContext } from '../pages/page-context.ts'
import type { PageContext } from '../pages/page-context.ts'
import { answerPage } from './page-answers.ts'
import { getResponder } from '../respond/responder.ts'
import { openHeaders, pageHeaders } from '../respond/security-headers.ts'

/** Longer answers are for programs. */
const LONGEST_PAGE = 4_000_000

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
  const { headers, query } = request
  const { format: word } = query as { readonly format?: string }
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
    const render = (page: PageContext) => renderQueryList(queries, page)
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
  readonly page: PageContext
}

async function answerQuery(
  request: FastifyRequest,
  reply: FastifyReply,
  context: ServeContext,
): Promise<FastifyReply> {
  const asked = understand(request, context.current())
  const { headers } = request
  const coding = negotiateCoding(headers['accept-encoding'])
  const { format, version } = asked
  const validators = { etag: etagOf(asked, coding), modified: version.modified }
  reply.headers(headersOf(asked))
  const isSettled = !context.options.scratch && !context.trouble()
  const mayKeep = isSettled && !asked.named.described.isVolatile
  if (mayKeep) {
    reply.headers({ etag: validators.etag, 'last-modified': version.modified.toUTCString() })
    assertUnchanged(headers, validators)
    if (isFresh(headers, validators)) return reply.code(304).send()
  }
  reply.type(contentTypeOf(format.mediaTypes[0]))
  if (request.method === 'HEAD') {
    const isPacked = coding !== 'identity' && format.name !== pageFormat.name
    return reply.headers(isPacked ? { 'content-encoding': coding } : {}).send()
  }
  const answer = await runQuery(request, reply, asked, context)
  if (format.name !== pageFormat.name) return sendStream(reply, answer.body, coding)
  return reply.send(await renderAnswer(asked, answer))
}

function understand(request: FastifyRequest, version: SiteVersion): Asked {
  const named = findNamedQuery(nameOf(request), version)
  const [, search = ''] = /\?(.*)$/s.exec(request.url) ?? []
  const values = new URLSearchParams(search)
  const format = pickFormat(named, values, request.headers.accept)
  const bindings = readParameters(named.described, values, version)
  return {
    named,
    values,
    bindings,
    format,
    version,
    page: readPageContext(request, version, named.described.path),
  }
}

const etagOf = (asked: Asked, coding: ReturnType<typeof negotiateCoding>): string =>
  answerEtag({
    version: asked.version.version,
    query: asked.named.described.query.name,
    bindings: asked.bindings,
    format: asked.format.name,
    coding,
    ...(asked.format.name === pageFormat.name && { language: asked.page.language }),
  })

function headersOf({ format, named, version }: Asked): Record<string, string> {
  const isPage = format.name === pageFormat.name
  const { path } = named.described
  const vary = ['Accept', 'Accept-Encoding', ...(isPage ? ['Accept-Language'] : [])].join(', ')
  return {
    ...openHeaders,
    ...(isPage && pageHeaders),
    vary,
    'cache-control': 'public, max-age=0, must-revalidate',
    link: `<${basePath(version.base)}${path}.rq>; rel="describedby"; type="application/sparql-query"`,
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
  const pageSource = type === 'select' || type === 'ask' ? 'json' : 'turtle'
  return queries.run({
    query: query.text,
    format: isPage ? pageSource : format.name,
    bindings,
    signal: abort.signal,
    client: clientOf(request.ip),
    requestId: request.id,
  })
}

async function renderAnswer(
  { named: { described }, values, page }: Asked,
  { body }: QueryAnswer,
): Promise<string> {
  const text = await readUpTo(body, LONGEST_PAGE)
  const isGraph = described.type === 'construct' || described.type === 'describe'
  const answer = text === undefined || isGraph ? text : (JSON.parse(text) as JsonAnswer)
  return renderQueryAnswer({ described, values, answer }, page)
}
