import fastify, { LogController } from 'fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { UsineError } from '../errors.ts'
import type { ServeContext } from './context.ts'
import { createRefusal } from './connections/index.ts'
import { perVersion } from './documents/site-index.ts'
import { addScratchNotice } from './html/scratch-notice.ts'
import { createRequestIds } from './logging/index.ts'
import { trustedProxies } from './network/index.ts'
import { ProblemError, sendProblem } from './problem.ts'
import { basePath } from './respond/paths.ts'
import { openHeaders, pageHeaders } from './respond/security-headers.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The site that is served, for what is written outside any route: errors. */
    readonly siteHost: Pick<ServeContext, 'current' | 'trouble'>
  }
}

/** How often connections are looked at for whether they take too long, in milliseconds. */
const CHECK_EVERY = 1000

const basePathOf = perVersion(({ base }) => basePath(base))

/** Creates the application that routes are added to: what holds for all answers. */
export function createApp({
  options,
  current,
  trouble,
  connections,
}: ServeContext): FastifyInstance {
  const { logger } = options
  const { headersMs, requestMs, idleMs, stillMs, headerBytes } = connections
  const app: FastifyInstance = fastify({
    ...(logger && { loggerInstance: logger }),
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    trustProxy: trustedProxies,
    requestTimeout: requestMs,
    keepAliveTimeout: idleMs,
    connectionTimeout: stillMs,
    http: {
      headersTimeout: headersMs,
      maxHeaderSize: headerBytes,
      connectionsCheckingInterval: CHECK_EVERY,
    },
    clientErrorHandler: createRefusal(connections),
    genReqId: createRequestIds(),
    exposeHeadRoutes: false,
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 8000 },
    rewriteUrl: (request) => withoutBase(request.url ?? '/', basePathOf(current())),
    frameworkErrors: (error, request, reply) => {
      void refuseBadUrl(error, request, reply)
    },
  })
  app.decorate('siteHost', { current, trouble })
  app.server.maxConnections = connections.connections
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, error))
  app.setNotFoundHandler(sendNotFound)
  // Answers that the responder writes past Fastify have these headers already.
  app.addHook('onSend', (_request, reply, payload, done) => {
    for (const [name, value] of Object.entries(openHeaders)) {
      if (!reply.hasHeader(name)) void reply.header(name, value)
    }
    const isPage = String(reply.getHeader('content-type')).startsWith('text/html')
    if (isPage && !reply.hasHeader('content-security-policy')) void reply.headers(pageHeaders)
    const isScratch = options.scratch !== undefined && isPage && typeof payload === 'string'
    done(null, isScratch ? addScratchNotice(payload) : payload)
  })
  return app
}

/** A site whose base has a path answers under that path, as published, and without it, as some proxies ask. */
function withoutBase(url: string, base: string): string {
  if (base === '' || !url.startsWith(base)) return url
  const rest = url.slice(base.length)
  if (rest === '') return '/'
  return rest.startsWith('/') || rest.startsWith('?') ? rest : url
}

function refuseBadUrl(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const code = 'code' in error ? error.code : undefined
  const reason =
    code === 'FST_ERR_BAD_URL'
      ? 'a percent sign must start a code of UTF-8, such as %C3%A9'
      : error.message
  const path = request.url.slice(0, 200)
  if (code === 'FST_ERR_MAX_PARAM_LENGTH') {
    return sendProblem(request, reply, new UsineError('ERR_PATH_NOT_FOUND', { path }))
  }
  return sendProblem(request, reply, new UsineError('ERR_PATH_INVALID', { path, reason }))
}

/** There is nothing here; a slash too many at the end is taken away. */
function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const [path = '', ...query] = request.url.split('?')
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (isRead && path.length > 1 && path.endsWith('/')) {
    const base = basePathOf(request.server.siteHost.current())
    // A browser would read a second slash at the start, of either kind, as the name of a host.
    const trimmed = `${base}/${path.replace(/^[/\\]+|\/+$/g, '')}`
    const location = query.length > 0 ? `${trimmed}?${query.join('?')}` : trimmed
    return reply.code(301).header('location', location).send()
  }
  const { method } = request
  const error = allMethods.includes(method)
    ? new UsineError('ERR_PATH_NOT_FOUND', { path: path.slice(0, 200) })
    : new UsineError('ERR_METHOD_UNKNOWN', { method })
  return sendProblem(request, reply, error)
}

/** Remembers which methods each path has; returns what makes the others answer 405 and OPTIONS, once all is added. */
export function watchMethods(app: FastifyInstance): () => void {
  const methods = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set()
    for (const name of [method].flat()) known.add(name)
    methods.set(url, known)
  })
  return () => {
    for (const [url, known] of [...methods]) addOtherMethods(app, url, [...known])
  }
}

const allMethods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']

function addOtherMethods(app: FastifyInstance, url: string, known: readonly string[]): void {
  if (known.includes('*') || url === '*') return
  const allowed = [...new Set([...known, 'OPTIONS'])].sort().join(', ')
  const others = allMethods.filter((method) => !known.includes(method) && method !== 'OPTIONS')
  if (!known.includes('OPTIONS')) {
    app.options(url, (request, reply) => sendOptions(request, reply, allowed))
  }
  if (others.length === 0) return
  app.route({
    method: others,
    url,
    // Bodies of requests that are refused are not read.
    onRequest: (request, reply) => {
      const path = request.url.slice(0, 200)
      const error = new UsineError('ERR_METHOD_REFUSED', { method: request.method, path, allowed })
      void sendProblem(request, reply, new ProblemError(error, { headers: { allow: allowed } }))
    },
    handler: () => undefined,
  })
}

/**
 * Answers what is possible here, also to browsers that ask before they send a request from another site's page.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
function sendOptions(request: FastifyRequest, reply: FastifyReply, allowed: string): FastifyReply {
  const isPreflight = request.headers['access-control-request-method'] !== undefined
  return reply
    .code(204)
    .headers({
      allow: allowed,
      ...(isPreflight && {
        'access-control-allow-methods': allowed,
        'access-control-allow-headers':
          'Accept, Accept-Language, Accept-Profile, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Range, If-Unmodified-Since, Range, X-Request-Id',
        'access-control-max-age': '86400',
      }),
    })
    .send()
}
