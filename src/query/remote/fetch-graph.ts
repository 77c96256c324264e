import type { DataFactory, Quad, Quad_Graph } from '@rdfjs/types'
import { UsineError } from '../../errors.ts'
import { findFormatByExtension, findFormatByMediaType, listFormats } from '../../formats.ts'
import type { RdfFormat } from '../../formats.ts'
import { parseRdf } from '../../rdf/index.ts'
import { createContextLoader } from './fetch-context.ts'
import type { Remote, RemoteResponse } from './remote.ts'

/** What a graph is fetched with. */
export interface FetchGraphOptions {
  readonly remote: Remote
  readonly factory: DataFactory
  /** The graph that the triples are put into. */
  readonly graph: Quad_Graph
  readonly signal?: AbortSignal | undefined
}

/** The formats there are, Turtle before the others. */
const ACCEPT = listFormats()
  .map(({ name, mediaTypes: [type] }) => (name === 'turtle' ? type : `${type};q=0.9`))
  .join(', ')

/** Types that say nothing of what is inside: the name of the file tells more. */
const vague: readonly (string | undefined)[] = [
  undefined,
  'text/plain',
  'application/octet-stream',
  'application/xml',
  'text/xml',
]

/** Fetches a document and gives its triples, those of its default graph where it has several, as one graph. */
export async function fetchGraph(url: string, options: FetchGraphOptions): Promise<Quad[]> {
  const { remote, factory, graph, signal } = options
  const response = await remote.send(url, { accept: ACCEPT, ...(signal && { signal }) })
  const { name } = findFormat(url, response)
  const contexts = name === 'jsonld' ? await remote.contexts?.() : undefined
  const quads: Quad[] = []
  try {
    const parsed = parseRdf(once(response.body), {
      format: name,
      // What a document says of itself it says at the address where it was found.
      baseIri: response.url,
      factory,
      file: url,
      strict: false,
      ...(contexts && { contexts }),
      loadContext: createContextLoader(remote, signal),
    })
    for await (const quad of parsed) {
      if (quad.graph.termType !== 'DefaultGraph') continue
      quads.push(factory.quad(quad.subject, quad.predicate, quad.object, graph))
    }
  } catch (cause) {
    throw toTargetError(url, cause)
  }
  return quads
}

function findFormat(url: string, { status, contentType, url: found }: RemoteResponse): RdfFormat {
  if (status < 200 || status > 299) throw failed(url, `it answers with the status ${status}`)
  const mediaType = contentType?.split(';')[0]?.trim().toLowerCase()
  const byType = mediaType === undefined ? undefined : findFormatByMediaType(mediaType)
  const isVague = vague.includes(mediaType)
  const format = byType ?? (isVague ? findFormatByExtension(new URL(found).pathname) : undefined)
  if (format) return format
  const type = mediaType ?? 'no type'
  throw failed(url, `it answers with ${type}, which is no RDF format that is read here`)
}

/** What is wrong with a document elsewhere is not wrong with the query. */
function toTargetError(url: string, cause: unknown): unknown {
  if (!(cause instanceof UsineError)) return cause
  const isOther = cause.code === 'ERR_SYNTAX' || cause.code === 'ERR_DOCUMENT_INVALID'
  return isOther ? failed(url, cause.message, cause) : cause
}

function failed(url: string, reason: string, cause?: Error): UsineError {
  const target = url.slice(0, 200)
  return new UsineError('ERR_TARGET_FAILED', { target, reason }, { cause })
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}
