import type { DataFactory, Quad } from '@rdfjs/types'
import { termKey } from './term-key.ts'

/** Merges graphs into the default graph, each triple once. Remembers every triple: for documents, not for dumps. */
export function* mergeGraphs(
  graphs: readonly Iterable<Quad>[],
  factory: DataFactory,
): Generator<Quad> {
  const seen = new Set<string>()
  for (const graph of graphs) {
    for (const { subject, predicate, object } of graph) {
      const triple = [subject, predicate, object].map(termKey).join('\n')
      if (seen.has(triple)) continue
      seen.add(triple)
      yield factory.quad(subject, predicate, object)
    }
  }
}
