import type { Quad_Graph } from '@rdfjs/types'
import { UsineError } from '../errors.ts'
import type { GraphStore } from '../store/index.ts'
import { isAlgebra } from './algebra.ts'
import type { Algebra, From } from './algebra.ts'

/** The graphs that a query sees. */
export interface QueryDataset {
  /** Those whose union is the default graph. */
  readonly defaultGraphs: readonly Quad_Graph[]
  /** Those that GRAPH reaches. */
  readonly namedGraphs: readonly Quad_Graph[]
}

/** Takes the dataset clause off a query; without one, the query sees all graphs of the store. */
export function splitDataset(
  algebra: Algebra,
  store: GraphStore,
): { readonly algebra: Algebra; readonly dataset: QueryDataset } {
  const graphs = store.listGraphs()
  const named = graphs.filter(({ termType }) => termType !== 'DefaultGraph')
  if (algebra.type !== 'from') {
    return { algebra, dataset: { defaultGraphs: graphs, namedGraphs: named } }
  }
  const from = algebra as From
  const find = (iri: string) => named.find(({ value }) => value === iri) ?? refuseGraph(iri, named)
  return {
    algebra: from.input,
    dataset: {
      defaultGraphs: from.default.map(({ value }) => find(value)),
      namedGraphs: from.named.map(({ value }) => find(value)),
    },
  }
}

function refuseGraph(iri: string, graphs: readonly Quad_Graph[]): never {
  const known = graphs.map(({ value }) => `<${value}>`).join(', ') || 'none'
  const reason = `FROM <${iri}> names no graph here, and nothing is fetched; known: ${known}`
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
