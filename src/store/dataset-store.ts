import { Readable } from 'node:stream'
import type { DatasetCore, Quad, Quad_Graph } from '@rdfjs/types'
import type { GraphStore, Matches, Pattern, Quads } from './graph-store.ts'
import { sortGraphs } from './sort-graphs.ts'

/**
 * Makes a store of any RDF/JS dataset, such as one of rdf-ext or a SHACL report, so that it can be queried.
 * The dataset is shared, not copied; it has no index but its own.
 *
 * @see https://rdf.js.org/dataset-spec/#datasetcore-interface
 */
export class DatasetGraphStore implements GraphStore {
  readonly #dataset: DatasetCore

  constructor(dataset: DatasetCore) {
    this.#dataset = dataset
  }

  get size(): number {
    return this.#dataset.size
  }

  add(quad: Quad): this {
    this.#dataset.add(quad)
    return this
  }

  delete(quad: Quad): this {
    this.#dataset.delete(quad)
    return this
  }

  has(quad: Quad): boolean {
    return this.#dataset.has(quad)
  }

  async import(quads: Quads): Promise<void> {
    for await (const quad of quads) this.#dataset.add(quad)
  }

  match(...pattern: Pattern[]): Matches {
    const matches = this.#dataset.match(...pattern)
    return Object.assign(Readable.from(matches), {
      [Symbol.iterator]: () => matches[Symbol.iterator](),
    })
  }

  countQuads(...pattern: Pattern[]): number {
    return this.#dataset.match(...pattern).size
  }

  listGraphs(): readonly Quad_Graph[] {
    const graphs = new Map<string, Quad_Graph>()
    for (const { graph } of this.#dataset) graphs.set(`${graph.termType}${graph.value}`, graph)
    return sortGraphs(graphs.values())
  }

  [Symbol.iterator](): Iterator<Quad> {
    return this.#dataset[Symbol.iterator]()
  }
}
