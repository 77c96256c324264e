import { DataFactory } from 'n3'
import { updateGraphs } from '../../../query/index.ts'
import type { UpdatedGraphs } from '../../../query/index.ts'
import { serializeRdf } from '../../../rdf/index.ts'
import type { LoadedGraphs } from '../load-graphs.ts'
import type { AnswerHead, UpdateJob } from '../messages.ts'
import type { JobContext } from '../worker-session.ts'
import type { Answer } from './index.ts'

/** Carries out an update. */
export async function carryOutUpdate(
  { update, dataset }: UpdateJob,
  { store, settings, remote }: LoadedGraphs,
  { signal }: JobContext,
): Promise<Answer> {
  const { prefixes, baseIri, emptyGraphs } = settings
  const options = {
    prefixes,
    baseIri,
    emptyGraphs,
    signal,
    anyGraph: true,
    factory: DataFactory,
    remote,
  }
  return toState(await updateGraphs(store, update, { ...options, ...(dataset && { dataset }) }))
}

/** The new state of all graphs as an answer. */
export function toState(
  { store, emptyGraphs }: UpdatedGraphs,
  more: Partial<AnswerHead> = {},
): Answer {
  const named = store.listGraphs().filter(({ termType }) => termType === 'NamedNode')
  const graphs = named.map((graph) => ({
    iri: graph.value,
    triples: store.countQuads(null, null, null, graph),
  }))
  const empty = [...emptyGraphs]
  const head: AnswerHead = {
    mediaType: 'application/n-quads',
    graphs: [...graphs, ...empty.map((iri) => ({ iri, triples: 0 }))],
    emptyGraphs: empty,
    ...more,
  }
  return { head: () => head, chunks: serializeRdf(store, { format: 'n-quads' }) }
}
