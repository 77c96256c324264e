import type { DatasetCore, Quad, Quad_Graph, Term } from '@rdfjs/types'

/**
 * One graph of a dataset as a dataset of its own. Nothing is copied; it can only be read.
 *
 * @see https://rdf.js.org/dataset-spec/#datasetcore-interface
 */
export class GraphView implements DatasetCore {
  readonly #dataset: DatasetCore
  readonly #graph: Quad_Graph
  #size: number | undefined

  constructor(dataset: DatasetCore, graph: Quad_Graph) {
    this.#dataset = dataset
    this.#graph = graph
  }

  /** Counted once: the engine asks for it at every node. */
  get size(): number {
    this.#size ??= [...this].length
    return this.#size
  }

  has(quad: Quad): boolean {
    return [...this.match(quad.subject, quad.predicate, quad.object)].length > 0
  }

  match(subject?: Term | null, predicate?: Term | null, object?: Term | null): DatasetCore {
    return this.#dataset.match(subject, predicate, object, this.#graph)
  }

  [Symbol.iterator](): Iterator<Quad> {
    return this.match()[Symbol.iterator]()
  }

  add(): never {
    throw new TypeError('a view of a graph cannot be changed')
  }

  delete(): never {
    throw new TypeError('a view of a graph cannot be changed')
  }
}
