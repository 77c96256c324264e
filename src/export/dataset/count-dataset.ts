import type { DataFactory } from '@rdfjs/types'
import { owl, rdf, WIKIBASE, WIKIDATA_ENTITY } from '../../vocabulary.ts'
import { exportGraph } from '../quads/export-graph.ts'
import { termKey } from '../quads/term-key.ts'
import type { GraphStore } from '../../store/index.ts'
import type { DatasetCounts } from './dataset-info.ts'

/** Counts what a store holds, its default graph being the union of all graphs. Remembers every term once. */
export function countDataset(
  store: GraphStore,
  { base, factory }: { readonly base: string; readonly factory: DataFactory },
): DatasetCounts {
  const [subjects, objects, properties, classes] = [new Set(), new Set(), new Set(), new Set()]
  const entities = new Set<string>()
  let [triples, links] = [0, 0]
  const options = { view: 'all', keepGraphs: false, base, factory } as const
  for (const { subject, predicate, object } of exportGraph(store, options)) {
    triples += 1
    subjects.add(subject.value)
    properties.add(predicate.value)
    objects.add(termKey(object))
    if (predicate.value === rdf.type) {
      classes.add(object.value)
      if (object.value === `${WIKIBASE}Item`) entities.add(subject.value)
    }
    if (predicate.value === owl.sameAs && object.value.startsWith(WIKIDATA_ENTITY)) links += 1
  }
  return {
    triples,
    entities: entities.size,
    subjects: subjects.size,
    objects: objects.size,
    properties: properties.size,
    classes: classes.size,
    links,
    graphs: countGraphs(store),
  }
}

const countGraphs = (store: GraphStore): ReadonlyMap<string, number> =>
  new Map(
    store
      .listGraphs()
      .flatMap((graph) =>
        graph.termType === 'NamedNode'
          ? [[graph.value, store.countQuads(null, null, null, graph)]]
          : [],
      ),
  )
