import type { FastifyReply, FastifyRequest } from 'fastify'
import { UsineError } from '../../errors.ts'
import type { QueryRequest, Routes, ServeContext } from '../context.ts'
import { clientOf } from '../network/index.ts'
import { parseWeighted } from '../negotiate.ts'
import { ProblemError } from '../problem.ts'
import { openHeaders } from '../respond/security-headers.ts'
import { chooseFormat } from '../sparql/answer-formats.ts'
import { bodyTypes, mediaTypeOf, readOperation } from '../sparql/read-operation.ts'
import type { Operation } from '../sparql/read-operation.ts'
import { refuseCoding } from '../sparql/refuse-coding.ts'
import { sendDescription } from '../sparql/send-description.ts'
import { checkToken, scratchHeaders } from '../sparql/scratch-access.ts'
import { sendAnswer } from '../sparql/send-answer.ts'
import { sendQueryPage, wantsPage } from '../sparql/send-query-page.ts'
import { queryValue } from './parameters.ts'

const paths = ['/sparql', '/sparql/']
const ALLOW = 'GET, HEAD, POST, OPTIONS'

/**
 * Answers SPARQL queries and, where a writable copy is served, updates.
 *
 * @see https://www.w3.org/TR/sparql11-protocol/
 */
export const sparqlRoutes: Routes = (app, context) => {
  void app.register((scope, _options, done) => {
    const { maxTextBytes } = context.queries.limits
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      [...bodyTypes],
      // A form is longer than its text: up to three times where all is encoded.
      { parseAs: 'buffer', bodyLimit: maxTextBytes * 3 + 10_000 },
      (_request, body, parsed) => {
        parsed(null, body)
      },
    )
    scope.addHook('onRequest', (request, reply, next) => {
      reply.headers(scratchHeaders(context))
      next(refuseRequest(request))
    })
    for (const url of paths) {
      scope.route({
        method: ['GET', 'HEAD', 'POST'],
        url,
        handler: (request, reply) => answer(request, reply, context),
      })
      scope.options(url, (_request, reply) =>
        reply
          .code(204)
          .headers({ ...openHeaders, ...preflightHeaders, allow: ALLOW })
          .send(),
      )
      scope.route({
        method: ['PUT', 'PATCH', 'DELETE', 'TRACE'],
        url,
        handler: ({ method }) => {
          throw refuseMethod(method, url)
        },
      })
    }
    done()
  })
}

const preflightHeaders = {
  'access-control-allow-methods': ALLOW,
  'access-control-allow-headers':
    'Accept, Accept-Language, Authorization, Content-Type, X-Request-Id',
  'access-control-max-age': '86400',
}

/** Refuses what could not be read before its body arrives. */
function refuseRequest(request: FastifyRequest): Error | undefined {
  const { method, url } = request
  if (['PUT', 'PATCH', 'DELETE', 'TRACE'].includes(method)) return refuseMethod(method, url)
  if (method !== 'POST') return undefined
  const refusal = refuseCoding(request)
  if (refusal) return refusal
  const type = mediaTypeOf(request)
  if (bodyTypes.some((known) => known === type)) return undefined
  const known = bodyTypes.join(', ')
  const error = new UsineError('ERR_REQUEST_TYPE', { type: type || 'none', known })
  return new ProblemError(error, { headers: { 'accept-post': known } })
}

function refuseMethod(method: string, path: string): ProblemError {
  const error = new UsineError('ERR_METHOD_REFUSED', { method, path, allowed: ALLOW })
  return new ProblemError(error, { headers: { allow: ALLOW } })
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: ServeContext,
): Promise<FastifyReply> {
  const operation = readOperation(request)
  if (!operation) return sendDescription(request, reply, context)
  if (operation.kind === 'update') return answerUpdate({ request, reply, context, operation })
  return answerQuery({ request, reply, context, operation })
}

interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly context: ServeContext
  readonly operation: Operation
}

async function answerQuery(exchange: Exchange): Promise<FastifyReply> {
  const { request, reply, context, operation } = exchange
  const abort = new AbortController()
  reply.raw.once('close', () => {
    abort.abort()
  })
  const { headers } = request
  const run = (format: QueryRequest['format']) =>
    context.queries.run({
      query: operation.text,
      format,
      defaultGraphs: operation.defaultGraphs,
      namedGraphs: operation.namedGraphs,
      signal: abort.signal,
      client: clientOf(request.ip),
      requestId: request.id,
      languages: languagesOf(request),
    })
  if (wantsPage(request, operation)) return sendQueryPage({ ...exchange, run })
  const format = chooseFormat({ accept: headers.accept, format: operation.format })
  return sendAnswer(request, reply, await run(format))
}

/** What labels are wanted in: the language of the page, where the URL names one, and those of the header. */
function languagesOf(request: FastifyRequest): readonly string[] {
  const wanted = parseWeighted(request.headers['accept-language'])
  const ofPage = queryValue(request, 'lang')
  const others = wanted.filter(({ weight }) => weight > 0).map(({ value }) => value)
  return ofPage === undefined ? others : [ofPage, ...others]
}

async function answerUpdate(exchange: Exchange): Promise<FastifyReply> {
  const { request, reply, context, operation } = exchange
  const { text, defaultGraphs, namedGraphs } = operation
  const { scratch } = context
  if (!scratch) throw new UsineError('ERR_READ_ONLY', { what: 'updates are refused' })
  checkToken(request, context)
  const namesGraphs = defaultGraphs.length + namedGraphs.length > 0
  await scratch.update(text, namesGraphs ? { defaultGraphs, namedGraphs } : undefined)
  return reply.code(204).headers(openHeaders).send()
}
