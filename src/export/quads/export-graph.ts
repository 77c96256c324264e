import type { Quad, Quad_Graph } from '@rdfjs/types'
import { graphIri } from '../../rdf/index.ts'
import { viewGraphs } from '../view.ts'
import type { ExportOptions, ReadableStore } from './export-entity.ts'

/**
 * Yields all quads of a view; of both, all quads of the store, ontology and description included. Quads come as the
 * store gives them: nothing is gathered, also where graphs are merged.
 */
export function* exportGraph(store: ReadableStore, options: ExportOptions): Generator<Quad> {
  const { keepGraphs, factory } = options
  const graphs = listGraphs(store, options)
  for (const [index, graph] of graphs.entries()) {
    const before = graphs.slice(0, index)
    for (const quad of store.match(null, null, null, graph)) {
      if (keepGraphs) yield quad
      else {
        const { subject, predicate, object } = quad
        const isRepeated = before.some((other) =>
          store.has(factory.quad(subject, predicate, object, other)),
        )
        if (!isRepeated) yield factory.quad(subject, predicate, object)
      }
    }
  }
}

function listGraphs(
  store: ReadableStore,
  { view, base, factory }: ExportOptions,
): readonly Quad_Graph[] {
  if (view === 'all') return store.listGraphs()
  return viewGraphs[view].map((name) => factory.namedNode(graphIri(base, name)))
}
