import type { DataFactory, Quad, Quad_Graph, Variable } from '@rdfjs/types'
import { UsineError } from '../../errors.ts'
import { createStore } from '../../store/index.ts'
import type { GraphStore } from '../../store/index.ts'
import type { Algebra, From } from '../algebra.ts'
import { ComunicaEngine } from '../comunica-engine.ts'
import type { QueryEngineOptions } from '../comunica-engine.ts'
import type { QueryOptions, Solutions } from '../query-engine.ts'
import { collectVariables } from '../label-service/variables.ts'
import { instantiate } from './instantiate.ts'
import { loadDocument } from './load-document.ts'
import { manageGraphs } from './manage-graphs.ts'
import { parseUpdate } from './parse-update.ts'
import type { UpdateOperation } from './parse-update.ts'

/** How to carry out an update. */
export interface UpdateOptions
  extends QueryEngineOptions, Pick<QueryOptions, 'dataset' | 'signal'> {
  readonly baseIri?: string
  readonly factory: DataFactory
  /** Graphs that exist though they hold nothing. */
  readonly emptyGraphs?: Iterable<string>
}

/** The graphs after an update. */
export interface UpdatedGraphs {
  readonly store: GraphStore
  /** Graphs that exist though they hold nothing. */
  readonly emptyGraphs: ReadonlySet<string>
}

/**
 * Carries out an update on a copy of a store, one operation after the other: all of it, or an error.
 *
 * @see https://www.w3.org/TR/sparql11-update/
 */
export async function updateGraphs(
  before: Iterable<Quad>,
  text: string,
  options: UpdateOptions,
): Promise<UpdatedGraphs> {
  const { operations, namesGraphs } = parseUpdate(text, options)
  if (options.dataset && namesGraphs) {
    throw new UsineError('ERR_UPDATE_DATASET')
  }
  const graphs = { store: createStore(before), emptyGraphs: new Set(options.emptyGraphs) }
  for (const operation of operations) await apply(operation, graphs, options)
  for (const { value } of graphs.store.listGraphs()) graphs.emptyGraphs.delete(value)
  return graphs
}

interface Graphs {
  readonly store: GraphStore
  readonly emptyGraphs: Set<string>
}

async function apply(
  operation: UpdateOperation,
  graphs: Graphs,
  options: UpdateOptions,
): Promise<void> {
  if (operation.type === 'load') {
    await loadDocument(operation, graphs, options)
    return
  }
  if (operation.type !== 'deleteinsert') {
    manageGraphs(operation, graphs, options.factory)
    return
  }
  const { store, emptyGraphs } = graphs
  const { delete: removals = [], insert: additions = [], where } = operation
  const deleted: Quad[] = []
  const inserted: Quad[] = []
  const variables = [...collectVariables([removals, additions]).values()]
  const solutions = where ? await solve(where, { variables, store, options }) : [undefined]
  for await (const bindings of solutions) {
    deleted.push(...instantiate(removals, bindings, options.factory))
    inserted.push(...instantiate(additions, bindings, options.factory))
  }
  for (const quad of deleted) {
    store.delete(quad)
    keepGraph(quad.graph, emptyGraphs)
  }
  for (const quad of inserted) store.add(quad)
}

/** A graph that has lost its last quad is still there. */
function keepGraph(graph: Quad_Graph, emptyGraphs: Set<string>): void {
  if (graph.termType === 'NamedNode') emptyGraphs.add(graph.value)
}

/** What the pattern of an operation is evaluated with. */
interface Solving {
  readonly variables: readonly Variable[]
  readonly store: GraphStore
  readonly options: UpdateOptions
}

function solve(where: Algebra, { variables, store, options }: Solving): Promise<Solutions> {
  const { baseIri, dataset, signal, ...engineOptions } = options
  const engine = new ComunicaEngine(store, engineOptions)
  const project = (input: Algebra) => ({ type: 'project', input, variables }) as Algebra
  const algebra: Algebra =
    where.type === 'from'
      ? ({ ...where, input: project((where as From).input) } as Algebra)
      : project(where)
  const parsed = { type: 'select', algebra, variables, baseIri } as const
  return engine.evaluate(parsed, { ...(dataset && { dataset }), ...(signal && { signal }) })
}
