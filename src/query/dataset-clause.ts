import type { Quad_Graph } from '@rdfjs/types'
import { UsineError } from '../errors.ts'
import type { GraphStore } from '../store/index.ts'
import { isAlgebra } from './algebra.ts'
import type { Algebra, From } from './algebra.ts'
import type { QueryOptions } from './query-engine.ts'

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
}

/** Takes the dataset clause off a query; without one, the query sees all graphs of the store. */
export function splitDataset(
  algebra: Algebra,
  store: GraphStore,
  { dataset: asked, defaultGraph = 'union', anyGraph = false }: DatasetOptions = {},
): { readonly algebra: Algebra; readonly dataset: QueryDataset } {
  const graphs = store.listGraphs()
  const named = graphs.filter(({ termType }) => termType !== 'DefaultGraph')
  const clause = algebra.type === 'from' ? (algebra as From) : undefined
  const inner = clause?.input ?? algebra
  const inClause = clause && {
    defaultGraphs: clause.default.map(({ value }) => value),
    namedGraphs: clause.named.map(({ value }) => value),
  }
  const names = asked ?? inClause
  if (!names) {
    const own = graphs.filter(({ termType }) => termType === 'DefaultGraph')
    const defaultGraphs = defaultGraph === 'union' ? graphs : own
    return { algebra: inner, dataset: { defaultGraphs, namedGraphs: named } }
  }
  const find = (iri: string): readonly Quad_Graph[] => {
    const graph = named.find(({ value }) => value === iri)
    if (graph) return [graph]
    return anyGraph ? [] : refuseGraph(asked ? `<${iri}>` : `FROM <${iri}>`, named)
  }
  return {
    algebra: inner,
    dataset: {
      defaultGraphs: names.defaultGraphs.flatMap(find),
      namedGraphs: names.namedGraphs.flatMap(find),
    },
  }
}

function refuseGraph(what: string, graphs: readonly Quad_Graph[]): never {
  const known = graphs.map(({ value }) => `<${value}>`).join(', ') || 'none'
  const reason = `${what} names no graph here, and nothing is fetched; known: ${known}`
  throw new UsineError('ERR_QUERY_REFUSED', { reason })
}

/** Throws when a query would ask other endpoints, in whatever part of it. */
export function refuseService(part: unknown): void {
  if (Array.isArray(part)) part.forEach(refuseService)
  if (!isAlgebra(part)) return
  if (part.type === 'service') {
    const { name } = part as unknown as { readonly name: { readonly value: string } }
    const reason = `SERVICE <${name.value}> would ask another endpoint, which is not allowed`
    throw new UsineError('ERR_QUERY_REFUSED', { reason })
  }
  Object.values(part).forEach(refuseService)
}
