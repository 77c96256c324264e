import type { DataFactory, Quad, Quad_Graph } from '@rdfjs/types'
import type { Pattern } from '../store/index.ts'
import type { QueryDataset } from './dataset-clause.ts'
import type { ReadableGraphs } from './layered-graphs.ts'

/** Up to so many graphs, looking a triple up in the graphs before is cheaper than remembering all triples. */
const FEW_GRAPHS = 8

/** What a source shows of a store, and for how long. */
export interface QuerySourceOptions {
  readonly store: ReadableGraphs
  readonly dataset: QueryDataset
  readonly factory: DataFactory
  /** Whether the query has ended; from then on there is nothing to find. */
  readonly hasEnded: () => boolean
}

/**
 * Shows Comunica a store whose default graph is the union of graphs as a set. Comunica's own `unionDefaultGraph`
 * gives a triple once per graph, which makes every COUNT wrong. It also ends Comunica's work: a query that is
 * stopped goes on inside joins and aggregates until it finds nothing more.
 */
export class QuerySource {
  readonly #store: ReadableGraphs
  readonly #dataset: QueryDataset
  readonly #factory: DataFactory
  readonly #hasEnded: () => boolean

  constructor({ store, dataset, factory, hasEnded }: QuerySourceOptions) {
    this.#store = store
    this.#dataset = dataset
    this.#factory = factory
    this.#hasEnded = hasEnded
  }

  /** Matches quads; without a graph, those of all named graphs. */
  match(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): Iterable<Quad> {
    if (graph?.termType === 'DefaultGraph') return this.#matchUnion([subject, predicate, object])
    return this.#matchNamed([subject, predicate, object], graph)
  }

  /** Counts quads; in the default graph at most too many, which serves to plan a query. */
  countQuads(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): number {
    if (this.#hasEnded()) return 0
    const isDefault = graph?.termType === 'DefaultGraph'
    const graphs = isDefault ? this.#dataset.defaultGraphs : this.#named(graph)
    return graphs.reduce(
      (sum, name) => sum + this.#store.countQuads(subject, predicate, object, name),
      0,
    )
  }

  *#matchNamed(pattern: readonly Pattern[], graph: Pattern): Generator<Quad> {
    const [subject, predicate, object] = pattern
    for (const name of this.#named(graph)) {
      for (const quad of this.#store.match(subject, predicate, object, name)) {
        if (this.#hasEnded()) return
        yield quad
      }
    }
  }

  *#matchUnion([subject, predicate, object]: readonly Pattern[]): Generator<Quad> {
    const { defaultGraphs } = this.#dataset
    const count = (graph: Quad_Graph) => this.#store.countQuads(subject, predicate, object, graph)
    const graphs = defaultGraphs.filter((graph) => count(graph) > 0)
    const isRepeated = graphs.length <= FEW_GRAPHS ? this.#lookUp() : remember()
    for (const [index, graph] of graphs.entries()) {
      for (const quad of this.#store.match(subject, predicate, object, graph)) {
        if (this.#hasEnded()) return
        if (isRepeated(quad, graphs.slice(0, index))) continue
        yield this.#factory.quad(quad.subject, quad.predicate, quad.object)
      }
    }
  }

  #named(graph: Pattern): readonly Quad_Graph[] {
    const { namedGraphs } = this.#dataset
    return graph ? namedGraphs.filter((name) => name.equals(graph)) : namedGraphs
  }

  #lookUp = (): IsRepeated => (quad, graphsBefore) =>
    graphsBefore.some((graph) =>
      this.#store.has(this.#factory.quad(quad.subject, quad.predicate, quad.object, graph)),
    )
}

type IsRepeated = (quad: Quad, graphsBefore: readonly Quad_Graph[]) => boolean

function remember(): IsRepeated {
  const seen = new Set<string>()
  return ({ subject, predicate, object }) => {
    const kind = object.termType === 'Literal' ? `${object.language}^${object.datatype.value}` : ''
    const key = `${subject.termType}${subject.value} ${predicate.value} ${object.termType}${kind} ${object.value}`
    if (seen.has(key)) return true
    seen.add(key)
    return false
  }
}
