import type { Literal, Quad, Quad_Graph, Term } from '@rdfjs/types'
import { DataFactory, Store } from 'n3'
import type { GraphStore, Matches, Pattern, Quads } from './graph-store.ts'
import { sortGraphs } from './sort-graphs.ts'

/** Keeps quads in an `n3.Store`. */
export class N3GraphStore implements GraphStore {
  readonly #store = new Store()

  get size(): number {
    return this.#store.size
  }

  add(quad: Quad): this {
    this.#store.addQuad(normalizeQuad(quad))
    return this
  }

  delete(quad: Quad): this {
    this.#store.removeQuad(normalizeQuad(quad))
    return this
  }

  has(quad: Quad): boolean {
    return this.#store.has(normalizeQuad(quad))
  }

  async import(quads: Quads): Promise<void> {
    for await (const quad of quads) this.add(quad)
  }

  match(...pattern: Pattern[]): Matches {
    // The types of n3 lag behind: any RDF/JS term will do.
    return this.#store.match(...(normalizePattern(pattern) as [null, null, null, null]))
  }

  countQuads(...pattern: Pattern[]): number {
    return this.#store.countQuads(...normalizePattern(pattern))
  }

  listGraphs(): readonly Quad_Graph[] {
    return sortGraphs(this.#store.getGraphs(null, null, null))
  }

  [Symbol.iterator](): Iterator<Quad> {
    return this.#store[Symbol.iterator]()
  }
}

/** n3 gives language tags back in lower case, but looks them up as they were written. */
const needsLowerCase = (term: Term | null): term is Literal =>
  term?.termType === 'Literal' && term.language !== term.language.toLowerCase()

function normalizeQuad(quad: Quad): Quad {
  const { subject, predicate, object, graph } = quad
  if (!needsLowerCase(object)) return quad
  const literal = DataFactory.literal(object.value, object.language)
  return DataFactory.quad(subject, predicate, literal, graph)
}

function normalizePattern(pattern: readonly Pattern[]): [Slot, Slot, Slot, Slot] {
  const [subject = null, predicate = null, object = null, graph = null] = pattern
  const literal = needsLowerCase(object)
    ? DataFactory.literal(object.value, object.language)
    : object
  return [subject, predicate, literal, graph]
}

type Slot = Term | null
