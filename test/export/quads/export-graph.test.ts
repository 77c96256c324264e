import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { DataFactory, Parser } from 'n3'
import { exportGraph } from '../../../src/export/index.ts'
import type { View } from '../../../src/export/index.ts'
import { createStore } from '../../../src/store/index.ts'
import { base } from '../support/ontology.ts'

const factory = DataFactory
const store = createStore(
  new Parser({ format: 'TriG', factory })
    .parse(`@prefix graph: <${base}graph/> . @prefix : <${base}entity/> .
    graph:schema { :a :b :c, :d . } graph:wikibase { :a :b :c, :e . } graph:ontology { :a :b :d, :f . }`),
)
const objects = (view: View, keepGraphs: boolean) =>
  [...exportGraph(store, { view, keepGraphs, base, factory })]
    .map(({ object, graph }) =>
      `${object.value.slice(-1)} ${graph.value.replace(/.*\//, '')}`.trim(),
    )
    .sort()

describe('exportGraph', () => {
  const cases: [View, boolean, string[]][] = [
    ['schema', true, ['c schema', 'd schema']],
    ['schema', false, ['c', 'd']],
    ['wikibase', false, ['c', 'e']],
    ['all', true, ['c schema', 'c wikibase', 'd ontology', 'd schema', 'e wikibase', 'f ontology']],
    ['all', false, ['c', 'd', 'e', 'f']],
  ]
  for (const [view, keepGraphs, expected] of cases) {
    it(`yields ${expected.join(', ')} for "${view}" with ${keepGraphs ? 'graphs' : 'triples'}`, () => {
      deepStrictEqual(objects(view, keepGraphs), expected)
    })
  }

  it('yields quads as they are taken', () => {
    const first = exportGraph(store, { view: 'all', keepGraphs: false, base, factory }).next()
    strictEqual(first.done, false)
  })
})
