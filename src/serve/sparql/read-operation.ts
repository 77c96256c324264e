import type { FastifyRequest } from 'fastify'
import { UsineError } from '../../errors.ts'

/** What a request to the SPARQL endpoint asks for. */
export interface Operation {
  readonly kind: 'query' | 'update'
  readonly text: string
  readonly defaultGraphs: readonly string[]
  readonly namedGraphs: readonly string[]
  readonly format: string | undefined
}

const FORM = 'application/x-www-form-urlencoded'
const QUERY = 'application/sparql-query'
const UPDATE = 'application/sparql-update'

/** The types of bodies that are read. */
export const bodyTypes = [FORM, QUERY, UPDATE] as const

/**
 * Reads the operation that a request carries; undefined where it carries none, which asks for the description of
 * the service.
 *
 * @see https://www.w3.org/TR/sparql11-protocol/#protocol
 */
export function readOperation(request: FastifyRequest): Operation | undefined {
  const inUrl = parametersOf(request.url)
  if (request.method !== 'POST') return readParameters(inUrl, { isForm: false })
  const type = mediaTypeOf(request)
  const body = decodeBody(request)
  if (type === FORM)
    return readParameters(new URLSearchParams([...inUrl, ...new URLSearchParams(body)]), {
      isForm: true,
    })
  if (inUrl.has('query') || inUrl.has('update')) {
    throw invalid(`a body of the type ${type} is the operation; the URL cannot hold another one`)
  }
  const kind = type === QUERY ? 'query' : 'update'
  return toOperation(kind, body, inUrl)
}

function readParameters(
  parameters: URLSearchParams,
  { isForm }: { readonly isForm: boolean },
): Operation | undefined {
  const [query, ...otherQueries] = parameters.getAll('query')
  const [update, ...otherUpdates] = parameters.getAll('update')
  if (otherQueries.length > 0) throw invalid('it has more than one query')
  if (otherUpdates.length > 0) throw invalid('it has more than one update')
  if (query !== undefined && update !== undefined) {
    throw invalid('it has a query and an update; send one of them')
  }
  if (query !== undefined) return toOperation('query', query, parameters)
  if (update !== undefined) {
    if (!isForm) throw invalid('an update is sent by POST, never in a URL')
    return toOperation('update', update, parameters)
  }
  if (isForm) throw invalid('the form has neither a query nor an update')
  return undefined
}

function toOperation(
  kind: Operation['kind'],
  text: string,
  parameters: URLSearchParams,
): Operation {
  const [graphs, named] =
    kind === 'query'
      ? ['default-graph-uri', 'named-graph-uri']
      : ['using-graph-uri', 'using-named-graph-uri']
  return {
    kind,
    text,
    defaultGraphs: parameters.getAll(graphs),
    namedGraphs: parameters.getAll(named),
    format: parameters.get('format') ?? undefined,
  }
}

function parametersOf(url: string): URLSearchParams {
  const at = url.indexOf('?')
  const text = at < 0 ? '' : url.slice(at + 1)
  checkEncoding(text, 'the URL')
  return new URLSearchParams(text)
}

/** URLSearchParams puts U+FFFD where bytes are no UTF-8; that would be another query than the one that was meant. */
function checkEncoding(text: string, where: string): void {
  try {
    decodeURIComponent(text.replaceAll('+', ' '))
  } catch (cause) {
    throw new UsineError(
      'ERR_REQUEST_INVALID',
      { problem: `${where} is not encoded as UTF-8` },
      { cause },
    )
  }
}

/** The media type of the body, without parameters. */
export function mediaTypeOf(request: FastifyRequest): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

function decodeBody(request: FastifyRequest): string {
  const type = mediaTypeOf(request)
  const [, charset = 'utf-8'] =
    /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '') ?? []
  if (!/^utf-?8$/i.test(charset)) throw invalid(`its body is in ${charset}; only UTF-8 is read`)
  const text = toText(request.body)
  if (type === FORM) checkEncoding(text, 'the form')
  return text
}

function toText(body: unknown): string {
  if (!Buffer.isBuffer(body)) return ''
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(body)
  } catch (cause) {
    throw new UsineError('ERR_REQUEST_INVALID', { problem: 'its body is not UTF-8' }, { cause })
  }
}

const invalid = (problem: string) => new UsineError('ERR_REQUEST_INVALID', { problem })
