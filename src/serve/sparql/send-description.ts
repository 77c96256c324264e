import type { FastifyReply, FastifyRequest } from 'fastify'
import { DataFactory } from 'n3'
import { UsineError } from '../../errors.ts'
import { getFormat, listFormats } from '../../formats.ts'
import { serializeToString } from '../../rdf/index.ts'
import type { ServeContext } from '../context.ts'
import { perVersion } from '../documents/site-index.ts'
import { negotiate } from '../negotiate.ts'
import { readPageContext } from '../pages/page-context.ts'
import { exampleText } from '../pages/query/examples.ts'
import { renderQueryPage } from '../pages/query/query-page.ts'
import { describeQueries } from '../queries/describe-query.ts'
import { basePath } from '../respond/paths.ts'
import { openHeaders } from '../respond/security-headers.ts'
import { queryValue, sentParameters } from '../routes/parameters.ts'
import { describeService } from './describe-service.ts'
import { pageAnswerHeaders, pageFormat } from './send-query-page.ts'

/** Answers a request without a query: the description of the service, or a form for people. */
export async function sendDescription(
  request: FastifyRequest,
  reply: FastifyReply,
  context: ServeContext,
): Promise<FastifyReply> {
  const { format: asked } = request.query as { readonly format?: unknown }
  const offers = [...listFormats(), pageFormat]
  const { accept } = request.headers
  const offer = typeof asked === 'string' ? named(asked) : negotiate(accept, offers)
  if (!offer) {
    const known = offers.map(({ mediaTypes: [mediaType] }) => mediaType).join(', ')
    throw new UsineError('ERR_NOT_ACCEPTABLE', { header: 'Accept', value: accept ?? '', known })
  }
  reply.headers({ ...openHeaders, vary: 'Accept', 'cache-control': 'no-cache' })
  if (offer.name === 'html') {
    return reply.headers(pageAnswerHeaders).send(renderEmptyPage(request, context))
  }
  const quads = describe(request, context)
  const prefixes = {
    sd: 'http://www.w3.org/ns/sparql-service-description#',
    ...context.current().prefixes,
  }
  const { name, mediaTypes } = getFormat(offer.name)
  const text = await serializeToString(quads, { format: name, prefixes, pretty: true })
  const [mediaType] = mediaTypes
  const charset = mediaType.startsWith('text/') ? '; charset=utf-8' : ''
  return reply.header('content-type', `${mediaType}${charset}`).send(Buffer.from(text))
}

/** The page before anything is asked; it may start with a saved query. */
function renderEmptyPage(request: FastifyRequest, { current, queries }: ServeContext): string {
  const version = current()
  const [path = '/sparql'] = request.url.split('?', 1)
  const example = describeQueries(version).get(queryValue(request, 'example') ?? '')
  return renderQueryPage(
    {
      limits: queries.limits,
      ...(example && {
        query: { text: exampleText(example, version), defaultGraphs: [], namedGraphs: [] },
      }),
    },
    { ...readPageContext(request, version, path), parameters: sentParameters(request) },
  )
}

const named = (name: string) => (name === pageFormat.name ? pageFormat : getFormat(name))

function describe(request: FastifyRequest, { current, queries, scratch }: ServeContext) {
  const version = current()
  const { base } = version
  return describeService({
    endpoint: `${base}sparql`,
    otherEndpoints: localEndpoints(request, base),
    limits: queries.limits,
    graphs: scratch?.graphs ?? graphsOf(version),
    isWritable: scratch !== undefined,
    factory: DataFactory,
  })
}

/** The named graphs with their sizes, counted once: in a large site that takes long. */
const graphsOf = perVersion(({ store }) =>
  store
    .listGraphs()
    .filter(({ termType }) => termType === 'NamedNode')
    .map((graph) => ({
      iri: graph.value,
      triples: store.countQuads(null, null, null, graph),
    })),
)

/**
 * The address that the request came in at, where that is this machine's own; taken from the connection, since what
 * the Host header says may be anything.
 */
function localEndpoints({ socket, url }: FastifyRequest, base: string): readonly string[] {
  const { localAddress = '', localPort } = socket
  const address = localAddress.replace(/^::ffff:/, '')
  if (localPort === undefined || !/^127\.|^::1$/.test(address)) return []
  const host = address.includes(':') ? `[${address}]` : address
  const slash = /^[^?]*\/(?:\?|$)/.test(url) ? '/' : ''
  return [`http://${host}:${localPort}${basePath(base)}/sparql${slash}`]
}
