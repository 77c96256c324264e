import type { DataFactory, NamedNode, Quad_Graph } from '@rdfjs/types'
import { UsineError } from '../errors.ts'
import type { GraphStore } from '../store/index.ts'
import type { Algebra, From } from './algebra.ts'
import type { QueryOptions } from './query-engine.ts'
import { findRefusal } from './remote/index.ts'
import type { Remote } from './remote/index.ts'

/** The graphs that a query sees. */
export interface QueryDataset {
  /** Those whose union is the default graph. */
  readonly defaultGraphs: readonly Quad_Graph[]
  /** Those that GRAPH reaches. */
  readonly namedGraphs: readonly Quad_Graph[]
}

/** How to find the graphs of a query. */
export interface DatasetOptions {
  /** The graphs that the request names, which take the place of those of the query. */
  readonly dataset?: QueryOptions['dataset']
  /** Whether a query that names no graphs sees them all as one, or only the default graph of the store. */
  readonly defaultGraph?: 'union' | 'own'
  /** Whether graphs that do not exist are empty; otherwise naming one is an error. */
  readonly anyGraph?: boolean
  /** Reaches the graphs that are documents elsewhere. */
  readonly remote?: Remote | undefined
  readonly factory: DataFactory
}

/** A query without its dataset clause. */
export interface SplitQuery {
  readonly algebra: Algebra
  readonly dataset: QueryDataset
  /** The graphs of the dataset that are documents elsewhere, each once. */
  readonly documents: readonly NamedNode[]
}

/** How many documents one query may name. */
const MAX_DOCUMENTS = 20

/** Takes the dataset clause off a query; without one, the query sees all graphs of the store. */
export function splitDataset(
  algebra: Algebra,
  store: GraphStore,
  options: DatasetOptions,
): SplitQuery {
  const { dataset: asked, defaultGraph = 'union' } = options
  const clause = algebra.type === 'from' ? (algebra as From) : undefined
  const inner = clause?.input ?? algebra
  const names = asked ?? (clause && listNames(clause))
  const graphs = store.listGraphs()
  const named = graphs.filter(({ termType }) => termType !== 'DefaultGraph')
  if (!names) {
    const own = graphs.filter(({ termType }) => termType === 'DefaultGraph')
    const defaultGraphs = defaultGraph === 'union' ? graphs : own
    return { algebra: inner, dataset: { defaultGraphs, namedGraphs: named }, documents: [] }
  }
  const documents = new Map<string, NamedNode>()
  const find = (iri: string): readonly Quad_Graph[] => {
    const graph = named.find(({ value }) => value === iri) ?? documents.get(iri)
    if (graph) return [graph]
    const refusal = findRefusal(iri, options.remote)
    if (refusal !== undefined) {
      const what = asked ? `<${iri}>` : `FROM <${iri}>`
      return options.anyGraph ? [] : refuseGraph(what, named, refusal)
    }
    const document = options.factory.namedNode(iri)
    documents.set(iri, document)
    return [document]
  }
  const dataset = {
    defaultGraphs: names.defaultGraphs.flatMap(find),
    namedGraphs: names.namedGraphs.flatMap(find),
  }
  if (documents.size > MAX_DOCUMENTS) refuseCount(documents.size)
  return { algebra: inner, dataset, documents: [...documents.values()] }
}

const listNames = (clause: From) => ({
  defaultGraphs: clause.default.map(({ value }) => value),
  namedGraphs: clause.named.map(({ value }) => value),
})

function refuseGraph(what: string, graphs: readonly Quad_Graph[], refusal: string): never {
  const known = graphs.map(({ value }) => `<${value}>`).join(', ') || 'none'
  const reason = `${what} names no graph here (known: ${known}), and nothing is fetched: ${refusal}`
  throw new UsineError('ERR_QUERY_REFUSED', { reason })
}

function refuseCount(count: number): never {
  const reason = `it names ${count} documents elsewhere, and one query fetches ${MAX_DOCUMENTS} at most`
  throw new UsineError('ERR_QUERY_REFUSED', { reason })
}
