import type { Quad_Graph } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { UsineError } from '../../../errors.ts'
import { getFormat } from '../../../formats.ts'
import { createContextLoader } from '../../../query/index.ts'
import { parseRdf, serializeRdf } from '../../../rdf/index.ts'
import { createStore } from '../../../store/index.ts'
import type { LoadedGraphs } from '../load-graphs.ts'
import type { ReadGraphJob, WriteGraphJob } from '../messages.ts'
import type { JobContext } from '../worker-session.ts'
import type { Answer } from './index.ts'
import { toState } from './update.ts'

const { defaultGraph, namedNode, quad } = DataFactory

/** Reads one graph. */
export function readGraph({ graph, format }: ReadGraphJob, graphs: LoadedGraphs): Promise<Answer> {
  const name = toGraph(graph)
  if (!exists(name, graphs)) throw missing(name)
  const triples = [...graphs.store.match(null, null, null, name)].map((each) =>
    quad(each.subject, each.predicate, each.object),
  )
  return Promise.resolve({
    head: () => ({ mediaType: getFormat(format).mediaTypes[0] }),
    chunks: serializeRdf(triples, { format, prefixes: graphs.settings.prefixes }),
  })
}

/**
 * Replaces, extends or removes one graph.
 *
 * @see https://www.w3.org/TR/sparql11-http-rdf-update/
 */
export async function writeGraph(
  job: WriteGraphJob,
  graphs: LoadedGraphs,
  { signal }: JobContext,
): Promise<Answer> {
  const name = toGraph(job.graph)
  const existed = exists(name, graphs)
  if (job.onlyIf === 'absent' && existed) throw unwanted('If-None-Match')
  if (job.onlyIf === 'present' && !existed) throw unwanted('If-Match')
  if (job.method === 'delete' && !existed) throw missing(name)
  const store = createStore(graphs.store)
  if (job.method !== 'post') {
    for (const each of graphs.store.match(null, null, null, name)) store.delete(each)
  }
  for await (const { subject, predicate, object } of readDocuments(job, graphs, signal)) {
    store.add(quad(subject, predicate, object, name))
  }
  const emptyGraphs = new Set(graphs.settings.emptyGraphs)
  emptyGraphs.delete(name.value)
  const isEmpty = store.countQuads(null, null, null, name) === 0
  if (isEmpty && job.method !== 'delete' && name.termType === 'NamedNode') {
    emptyGraphs.add(name.value)
  }
  return toState({ store, emptyGraphs }, { created: !existed })
}

const toGraph = (iri: string | undefined): Quad_Graph =>
  iri === undefined ? defaultGraph() : namedNode(iri)

function exists(graph: Quad_Graph, { store, settings }: LoadedGraphs): boolean {
  if (graph.termType === 'DefaultGraph') return true
  return settings.emptyGraphs.includes(graph.value) || store.countQuads(null, null, null, graph) > 0
}

const missing = ({ value }: Quad_Graph) => new UsineError('ERR_GRAPH_NOT_FOUND', { iri: value })

const unwanted = (header: string) => new UsineError('ERR_PRECONDITION_FAILED', { header })

async function* readDocuments(
  { documents, baseIri }: WriteGraphJob,
  { remote }: LoadedGraphs,
  signal: AbortSignal,
): ReturnType<typeof parseRdf> {
  const contexts = documents.some(({ format }) => format === 'jsonld')
    ? await remote.contexts?.()
    : undefined
  const loadContext = createContextLoader(remote, signal)
  for (const { format, bytes } of documents) {
    const text = Buffer.from(bytes).toString('utf8')
    const options = { format, baseIri, factory: DataFactory, file: 'the body', loadContext }
    yield* parseRdf(text, { ...options, ...(contexts && { contexts }) })
  }
}
