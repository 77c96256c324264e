import type { DataFactory } from '@rdfjs/types'
import { UsineError } from '../../errors.ts'
import { fetchGraph, findRefusal } from '../remote/index.ts'
import type { Remote } from '../remote/index.ts'
import type { ManagedGraphs } from './manage-graphs.ts'
import type { UpdateOperation } from './parse-update.ts'

/** What a document is loaded with. */
export interface LoadOptions {
  readonly remote?: Remote | undefined
  readonly factory: DataFactory
  readonly signal?: AbortSignal
}

type Load = Extract<UpdateOperation, { readonly type: 'load' }>

/**
 * Loads a document into a graph. SILENT hides that this failed or was refused, as the specification asks: nothing is
 * fetched then, and nothing loaded.
 *
 * @see https://www.w3.org/TR/sparql11-update/#load
 */
export async function loadDocument(
  { source: { value }, destination, silent = false }: Load,
  { store, emptyGraphs }: ManagedGraphs,
  { remote, factory, signal }: LoadOptions,
): Promise<void> {
  const refusal = findRefusal(value, remote)
  if (!remote || refusal !== undefined) {
    if (silent) return
    const reason = `LOAD <${value.slice(0, 200)}> would fetch a document: ${refusal ?? ''}`
    throw new UsineError('ERR_QUERY_REFUSED', { reason })
  }
  const graph = destination ?? factory.defaultGraph()
  try {
    await store.import(await fetchGraph(value, { remote, factory, graph, signal }))
    if (destination) emptyGraphs.add(destination.value)
  } catch (error) {
    if (!silent || signal?.aborted) throw error
  }
}
