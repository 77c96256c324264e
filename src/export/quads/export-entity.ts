import type { DataFactory, NamedNode, Quad, Quad_Subject, Term } from '@rdfjs/types'
import { graphIri } from '../../rdf/index.ts'
import type { GraphStore } from '../../store/index.ts'
import type { View, ViewGraph } from '../view.ts'
import { viewGraphs } from '../view.ts'
import { entityRules } from './entity-rules.ts'
import type { NodeFacts } from './entity-rules.ts'
import { mergeGraphs } from './merge-graphs.ts'
import { termKey } from './term-key.ts'

/** What to export. */
export interface ExportOptions {
  readonly view: View
  /** Whether quads keep their graph, as formats with quads do for both views; else they are one set of triples. */
  readonly keepGraphs: boolean
  readonly base: string
  readonly factory: DataFactory
}

/** The part of a store that is read. */
export type ReadableStore = Pick<GraphStore, 'match' | 'has' | 'listGraphs'>

/**
 * Yields the quads of the document about an entity: what each view says of it, and the nodes that belong to it alone.
 * Bounded by the document, whatever cycles there are. An entity that the store does not know has none.
 */
export function exportEntity(
  store: ReadableStore,
  entityIri: string,
  options: ExportOptions,
): Iterable<Quad> {
  const entity = options.factory.namedNode(entityIri)
  const graphs = viewGraphs[options.view].map((name) =>
    entityQuads(store, { entity, name, ...options }),
  )
  return options.keepGraphs ? chain(graphs) : mergeGraphs(graphs, options.factory)
}

interface Part extends ExportOptions {
  readonly entity: NamedNode
  readonly name: ViewGraph
}

function* entityQuads(store: ReadableStore, part: Part): Generator<Quad> {
  const graph = part.factory.namedNode(graphIri(part.base, part.name))
  const { pointsBack, isEntity, belongs } = entityRules[part.name]
  const facts = createFacts(store, part, graph)
  const nodes = new Map<string, Quad_Subject>([[termKey(part.entity), part.entity]])
  for (const predicate of pointsBack) {
    const back = store.match(null, part.factory.namedNode(predicate), part.entity, graph)
    for (const { subject } of back) {
      if (!isEntity(subject.value, facts(subject))) nodes.set(termKey(subject), subject)
    }
  }
  // Grows while it is walked, each node once.
  for (const [, subject] of nodes) {
    for (const quad of store.match(subject, null, null, graph)) {
      yield quad
      const { object } = quad
      if (!isNode(object) || nodes.has(termKey(object))) continue
      if (belongs(object.value, facts(object))) nodes.set(termKey(object), object)
    }
  }
}

const createFacts =
  (store: ReadableStore, { factory, base }: Part, graph: NamedNode) =>
  (node: Term): NodeFacts => ({
    base,
    values: (predicate) =>
      [...store.match(node, factory.namedNode(predicate), null, graph)].map(
        ({ object }) => object.value,
      ),
  })

const isNode = (term: Term): term is Quad_Subject =>
  term.termType === 'NamedNode' || term.termType === 'BlankNode'

function* chain(parts: readonly Iterable<Quad>[]): Generator<Quad> {
  for (const part of parts) yield* part
}
