import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { UsineError } from '../../errors.ts'
import { getFormat, listFormats } from '../../formats.ts'
import type { RdfFormatName } from '../../formats.ts'
import type { Routes, ServeContext } from '../context.ts'
import { negotiate } from '../negotiate.ts'
import { ProblemError } from '../problem.ts'
import { assertUnchanged, isFresh } from '../respond/conditional.ts'
import { openHeaders } from '../respond/security-headers.ts'
import { graphEtag, readConditions } from '../sparql/graph-conditions.ts'
import { readDocuments } from '../sparql/read-documents.ts'
import { checkToken, scratchHeaders } from '../sparql/scratch-access.ts'
import { refuseCoding } from '../sparql/refuse-coding.ts'
import { sendAnswer, streamCoding } from '../sparql/send-answer.ts'
import type { ScratchStore } from '../workers/index.ts'

const PATH = '/graph-store'
const ALLOW = 'GET, HEAD, PUT, POST, DELETE, OPTIONS'

/**
 * Reads and changes whole graphs of the writable copy.
 *
 * @see https://www.w3.org/TR/sparql11-http-rdf-update/
 */
export const graphStoreRoutes: Routes = (app, context) => {
  void app.register((scope, _options, done) => {
    const { maxTextBytes } = context.queries.limits
    scope.removeAllContentTypeParsers()
    const parse = { parseAs: 'buffer', bodyLimit: maxTextBytes * BODY_FACTOR } as const
    scope.addContentTypeParser('*', parse, (_request, body, parsed) => {
      parsed(null, body)
    })
    scope.addHook('onRequest', (request, reply, next) => {
      reply.headers({ ...openHeaders, ...scratchHeaders(context) })
      next(refuse(request, context))
    })
    for (const url of [PATH, `${PATH}/*`]) {
      scope.route({
        method: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS'],
        url,
        handler: (request, reply) => answer(request, reply, context),
      })
    }
    done()
  })
}

/** Graphs may be longer than queries. */
const BODY_FACTOR = 16

/** Refuses what may not be done before its body arrives. */
function refuse(request: FastifyRequest, context: ServeContext): Error | undefined {
  const { method } = request
  try {
    if (!context.scratch) {
      throw new UsineError('ERR_READ_ONLY', { what: 'it has no graph store to write to' })
    }
    if (method === 'PATCH') throw refuseMethod(method)
    if (['PUT', 'POST', 'DELETE'].includes(method)) checkToken(request, context)
    return refuseCoding(request)
  } catch (error) {
    return error as Error
  }
}

function refuseMethod(method: string): ProblemError {
  const error = new UsineError('ERR_METHOD_REFUSED', { method, path: PATH, allowed: ALLOW })
  return new ProblemError(error, { headers: { allow: ALLOW } })
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: ServeContext,
): Promise<FastifyReply> {
  const { scratch } = context
  if (!scratch) throw new UsineError('ERR_READ_ONLY', { what: 'changes are refused' })
  const { method } = request
  if (method === 'OPTIONS') return preflight(reply)
  const { base } = context.current()
  const isNew = method === 'POST' && isBare(request)
  const graph = isNew ? newGraphName(base) : readGraphName(request, base)
  if (method === 'GET' || method === 'HEAD') return read({ request, reply, scratch, graph })
  const isCreated = await write(request, scratch, graph)
  // The IRI of the graph, which it can be asked for by with ?graph= too.
  const location = isNew ? { location: graph ?? base } : {}
  return reply
    .code(isCreated && method !== 'DELETE' ? 201 : 204)
    .headers(location)
    .send()
}

interface Reading {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly scratch: ScratchStore
  readonly graph: string | undefined
}

async function read({ request, reply, scratch, graph }: Reading): Promise<FastifyReply> {
  const { headers } = request
  const format = chooseFormat(request)
  const coding = streamCoding(request)
  const etag = graphEtag({ revision: await scratch.revision(), graph, format, coding })
  const conditions = {
    'if-match': headers['if-match'],
    'if-none-match': headers['if-none-match'],
  }
  const undated = { etag, modified: new Date(Number.NaN) }
  assertUnchanged(conditions, undated)
  const answer = await scratch.readGraph({ graph, format })
  reply.header('etag', etag)
  if (!isFresh(conditions, undated)) return sendAnswer(request, reply, answer)
  answer.body.destroy()
  return reply
    .code(304)
    .headers({ vary: 'Accept, Accept-Encoding', 'cache-control': 'no-cache' })
    .send()
}

async function write(
  request: FastifyRequest,
  scratch: ScratchStore,
  graph: string | undefined,
): Promise<boolean> {
  const method = request.method.toLowerCase() as 'put' | 'post' | 'delete'
  const documents = method === 'delete' ? [] : await readDocuments(request)
  const { onlyIf, check } = readConditions(request.headers, graph)
  return scratch.writeGraph({ graph, method, baseIri: graph, documents, onlyIf }, check)
}

function chooseFormat(request: FastifyRequest): RdfFormatName {
  const { format } = request.query as { readonly format?: unknown }
  if (typeof format === 'string') return getFormat(format).name
  const { accept } = request.headers
  const chosen = negotiate(accept, listFormats())
  if (chosen) return chosen.name
  const known = listFormats()
    .map(({ mediaTypes }) => mediaTypes[0])
    .join(', ')
  throw new UsineError('ERR_NOT_ACCEPTABLE', { header: 'Accept', value: accept ?? '', known })
}

const isBare = ({ url }: FastifyRequest) => /^\/graph-store\/?(?:\?(?:$|format=[^&]*$)|$)/.test(url)

/** A graph that the client does not name gets a name that it can be asked by directly. */
const newGraphName = (base: string) => `${base.replace(/\/$/, '')}${PATH}/${randomUUID()}`

/** The graph that a request is about; undefined for the default graph. */
function readGraphName({ url }: FastifyRequest, base: string): string | undefined {
  const { pathname, searchParams } = new URL(url, base)
  const graphs = searchParams.getAll('graph')
  const isDefault = searchParams.has('default')
  const isDirect = pathname.startsWith(`${PATH}/`) && pathname.length > PATH.length + 1
  if (Number(graphs.length > 0) + Number(isDefault) + Number(isDirect) !== 1 || graphs.length > 1) {
    const problem = 'name one graph: ?default, ?graph=IRI, or a path below /graph-store/'
    throw new UsineError('ERR_REQUEST_INVALID', { problem })
  }
  if (isDefault) return undefined
  // Named directly, a graph is called as the request is: by the address of the site, never by the Host header.
  const iri = isDirect ? base.replace(/\/$/, '') + pathname : (graphs[0] ?? '')
  if (!URL.canParse(iri, base) || /[\s<>"{}|\\^`]/.test(iri)) {
    throw new UsineError('ERR_REQUEST_INVALID', { problem: `"${iri}" is not an IRI` })
  }
  return /^[a-z][a-z0-9+.-]*:/i.test(iri) ? iri : new URL(iri, base).href
}

function preflight(reply: FastifyReply): FastifyReply {
  return reply
    .code(204)
    .headers({
      allow: ALLOW,
      'access-control-allow-methods': ALLOW,
      'access-control-allow-headers':
        'Accept, Authorization, Content-Type, If-Match, If-None-Match',
      'access-control-max-age': '86400',
    })
    .send()
}
