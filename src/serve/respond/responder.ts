import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServeContext, SiteVersion } from '../context.ts'
import { addScratchNotice } from '../html/scratch-notice.ts'
import { negotiateCoding } from '../negotiate.ts'
import type { ContentCoding } from '../negotiate.ts'
import type { Answer, Headers, Redirect, Representation } from './answer.ts'
import { ByteCache } from './byte-cache.ts'
import { assertUnchanged, isFresh, knowsTag } from './conditional.ts'
import { openHeaders } from './security-headers.ts'

/** Decides what to answer; throws what there is to say against it. */
export type Decide = (request: FastifyRequest, version: SiteVersion) => Answer

/** Answers requests from what was rendered before, where it was. */
export interface Responder {
  /** Makes the handler of a route from its decision, which must depend on nothing but the URL and the headers named. */
  readonly handler: (
    decide: Decide,
    headers: readonly NegotiatedHeader[],
  ) => (request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>
}

/** A header that what is answered may depend on. */
export type NegotiatedHeader = 'accept' | 'accept-profile' | 'accept-language'

/** An answer as it goes out. */
interface Prepared {
  readonly status: number
  readonly headers: readonly string[]
  /** Of what has a body. */
  readonly document?: {
    readonly etag: string
    readonly modified: Date
    readonly fresh: readonly string[]
    readonly bodyKey: string
    readonly load: () => Promise<Buffer>
  }
}

interface Memory {
  readonly answers: Map<string, Prepared>
  readonly bodies: ByteCache
  readonly loading: Map<string, Promise<Buffer>>
}

/** How many answers are remembered, and how many bytes of them. */
const ANSWERS = 4000
const BYTES = 96 * 1024 * 1024
/** Longer requests are answered, and not remembered. */
const KEY_LENGTH = 1000

const responders = new WeakMap<ServeContext, Responder>()

/** Gets the responder that the routes of a server share. */
export function getResponder(context: ServeContext): Responder {
  const known = responders.get(context)
  if (known) return known
  const responder = createResponder(context)
  responders.set(context, responder)
  return responder
}

/**
 * Creates a responder. Each representation is rendered once for each version of the site and then sent as bytes; a new
 * version starts afresh.
 */
function createResponder(context: ServeContext): Responder {
  let memory = createMemory()
  context.onSwap(() => {
    memory = createMemory()
  })
  return {
    handler: (decide, names) => {
      return (request, reply) => {
        const { headers } = request
        const version = context.current()
        const { answers } = memory
        const trouble = context.trouble()
        let key = `${request.url}\n${headers['accept-encoding'] ?? ''}`
        for (const name of names) key += `\n${String(headers[name] ?? '')}`
        const mayKeep = trouble === undefined && key.length < KEY_LENGTH
        let prepared = mayKeep ? answers.get(key) : undefined
        if (!prepared) {
          const coding = negotiateCoding(headers['accept-encoding'])
          const answer = markScratch(decide(request, version), context)
          prepared = prepare(answer, { version, coding, memory })
          if (mayKeep) keep(answers, key, prepared)
        }
        return send(request, reply, prepared, memory)
      }
    },
  }
}

/** Pages of a scratch copy say what they are. */
function markScratch(answer: Answer, { options }: ServeContext): Answer {
  if (
    !options.scratch ||
    answer.kind === 'redirect' ||
    !answer.contentType.startsWith('text/html')
  ) {
    return answer
  }
  const render = async () => addScratchNotice(String(await answer.render()))
  return { ...answer, key: `scratch ${answer.key}`, render }
}

const createMemory = (): Memory => ({
  answers: new Map(),
  bodies: new ByteCache(BYTES),
  loading: new Map(),
})

function keep(answers: Map<string, Prepared>, key: string, prepared: Prepared): void {
  if (answers.size >= ANSWERS) answers.clear()
  answers.set(key, prepared)
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, headers, document }: Prepared,
  { bodies }: Memory,
): FastifyReply | Promise<FastifyReply> {
  if (!document) return write(reply, status, headers)
  const answer = (body?: Buffer): FastifyReply => {
    assertUnchanged(request.headers, document)
    return isFresh(request.headers, document)
      ? write(reply, 304, document.fresh)
      : write(reply, status, headers, body)
  }
  const body = bodies.get(document.bodyKey)
  // Who names the tag had the document, so there is one; all others learn that from rendering it.
  if (body || knowsTag(request.headers, document)) return answer(body)
  return document.load().then(answer)
}

/** Writes past Fastify's own serialization, which would cost more than all the rest. */
function write(
  reply: FastifyReply,
  status: number,
  headers: readonly string[],
  body?: Buffer,
): FastifyReply {
  const more = Object.entries(reply.getHeaders()).flatMap(([name, value]) => [name, String(value)])
  const all = more.length > 0 ? [...headers, ...more] : headers
  const length = body ? ['content-length', String(body.length)] : []
  reply.hijack()
  reply.raw.writeHead(status, [...all, ...length])
  reply.raw.end(body)
  return reply
}

interface Preparing {
  readonly version: SiteVersion
  readonly coding: ContentCoding
  readonly memory: Memory
}

function prepare(answer: Answer, preparing: Preparing): Prepared {
  return answer.kind === 'redirect' ? prepareRedirect(answer) : prepareDocument(answer, preparing)
}

function prepareRedirect({ isPermanent, location, headers }: Redirect): Prepared {
  const all = { ...openHeaders, ...headers, location, 'content-length': '0' }
  return {
    status: isPermanent ? 301 : 303,
    headers: flatten({ ...all, 'cache-control': 'public, max-age=0, must-revalidate' }),
  }
}

function prepareDocument(document: Representation, preparing: Preparing): Prepared {
  const { version, memory } = preparing
  const coding = document.isCompressed ? 'identity' : preparing.coding
  const etag = `"${digest(`${version.version} ${document.key} ${coding}`)}"`
  const { modified } = version
  const shared = {
    ...openHeaders,
    'cache-control': 'public, max-age=0, must-revalidate',
    ...document.headers,
    vary: withEncoding(document.headers.vary),
    etag,
    'last-modified': modified.toUTCString(),
  }
  const bodyKey = `${document.key} ${coding}`
  return {
    status: 200,
    headers: flatten({
      'content-type': document.contentType,
      ...(coding !== 'identity' && { 'content-encoding': coding }),
      ...shared,
    }),
    document: {
      etag,
      modified,
      fresh: flatten(shared),
      bodyKey,
      load: () => load(document, coding, bodyKey, memory),
    },
  }
}

const withEncoding = (vary: string | undefined): string =>
  vary === undefined ? 'Accept-Encoding' : `${vary}, Accept-Encoding`

const flatten = (headers: Headers): string[] => Object.entries(headers).flat()

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 27)

/** Renders and compresses what is not there yet; who asks at the same time waits for the same work. */
function load(
  document: Representation,
  coding: ContentCoding,
  key: string,
  { bodies, loading }: Memory,
): Promise<Buffer> {
  const kept = bodies.get(key)
  if (kept) return Promise.resolve(kept)
  const running = loading.get(key)
  if (running) return running
  const start = async (): Promise<Buffer> => {
    const rendered = await document.render()
    const plain = typeof rendered === 'string' ? Buffer.from(rendered) : rendered
    const body = await compress[coding](plain)
    bodies.set(key, body)
    return body
  }
  const started = start().finally(() => loading.delete(key))
  loading.set(key, started)
  return started
}

const gzipAsync = promisify(gzip)
const brotliAsync = promisify(brotliCompress)

const compress = {
  identity: (body: Buffer) => Promise.resolve(body),
  gzip: (body: Buffer) => gzipAsync(body, { level: 6 }),
  br: (body: Buffer) => brotliAsync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
} satisfies Record<ContentCoding, (body: Buffer) => Promise<Buffer>>
