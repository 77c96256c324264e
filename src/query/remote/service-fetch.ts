import type { DataFactory } from '@rdfjs/types'
import { UsineError } from '../../errors.ts'
import { serializeToString } from '../../rdf/index.ts'
import type { Remote } from './remote.ts'

const ENDPOINT = 'http://www.w3.org/ns/sparql-service-description#endpoint'

/** What Comunica calls in the place of the `fetch` of the platform. */
export type ServiceFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/** What a query asks other endpoints with. */
export interface ServiceFetchOptions {
  /** Without one, nothing is reached. */
  readonly remote: Remote | undefined
  /** The IRIs of the endpoints that the query names. */
  readonly endpoints: readonly string[]
  readonly factory: DataFactory
  readonly signal: AbortSignal
}

/** How many requests one query may send. */
const MAX_REQUESTS = 1000

/**
 * Makes the fetch by which Comunica asks other endpoints. SERVICE speaks the SPARQL protocol, and nothing else: where
 * Comunica first looks at what is behind an IRI, it hears that it is an endpoint, and nothing is sent.
 *
 * @see https://www.w3.org/TR/sparql11-federated-query/
 */
export function createServiceFetch({
  remote,
  endpoints,
  factory,
  signal,
}: ServiceFetchOptions): ServiceFetch {
  const known = new Set(endpoints.map((iri) => new URL(iri).href))
  let requests = 0
  return async (input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input)
    if (!remote) {
      throw new UsineError('ERR_QUERY_REFUSED', { reason: `nothing is fetched from ${url}` })
    }
    const method = init.method === 'POST' ? 'POST' : 'GET'
    if (method === 'GET' && known.has(new URL(url).href)) return describeEndpoint(url, factory)
    requests += 1
    if (requests > MAX_REQUESTS) {
      const reason = `one query sends ${MAX_REQUESTS} requests at most`
      throw new UsineError('ERR_TARGET_FAILED', { target: url, reason })
    }
    const headers = new Headers(init.headers)
    const response = await remote.send(url, {
      method,
      accept: headers.get('accept') ?? '*/*',
      ...(method === 'POST' && {
        contentType: headers.get('content-type') ?? 'application/x-www-form-urlencoded',
        body: toText(init.body),
      }),
      signal: init.signal ? AbortSignal.any([signal, init.signal]) : signal,
    })
    return toResponse(response.url, response)
  }
}

/** Bodies of queries are texts or forms. */
function toText(body: RequestInit['body']): string {
  if (typeof body === 'string') return body
  if (body instanceof URLSearchParams) return body.toString()
  throw new TypeError('A query is sent as text')
}

async function describeEndpoint(url: string, factory: DataFactory): Promise<Response> {
  const node = factory.namedNode(url)
  const quad = factory.quad(factory.blankNode(), factory.namedNode(ENDPOINT), node)
  const body = await serializeToString([quad], { format: 'n-triples' })
  return toResponse(url, { status: 200, contentType: 'application/n-triples', body })
}

interface Answer {
  readonly status: number
  readonly contentType: string | undefined
  readonly body: Uint8Array | string
}

function toResponse(url: string, { status, contentType, body }: Answer): Response {
  const headers = contentType === undefined ? {} : { 'content-type': contentType }
  const response = new Response(toBody(status, body), { status, headers })
  Object.defineProperty(response, 'url', { value: url })
  return response
}

/** Responses with these statuses have no body, not even an empty one. */
const toBody = (status: number, body: Uint8Array | string) =>
  [204, 205, 304].includes(status) ? null : Buffer.from(body)
