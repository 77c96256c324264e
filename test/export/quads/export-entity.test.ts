import { deepStrictEqual, ok } from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { DataFactory, Parser } from 'n3'
import type { Quad } from '@rdfjs/types'
import { exportEntity } from '../../../src/export/index.ts'
import type { View } from '../../../src/export/index.ts'
import { createWikibaseView, graphIri } from '../../../src/rdf/index.ts'
import { createWikibaseJsonSource } from '../../../src/sources/wikibase-json/index.ts'
import { createStore } from '../../../src/store/index.ts'
import { base, factoryOntology } from '../support/ontology.ts'
import { assertSameQuads } from '../support/same-quads.ts'
import { loadFlins } from '../support/sites.ts'

const factory = DataFactory
const pairs = new URL('../../../../shared/wikidata/samples/entitydata-pairs/', import.meta.url)
const prefixes = `@prefix schema: <http://schema.org/> . @prefix : <${base}entity/> . @prefix st: <${base}statement/> .
@prefix graph: <${base}graph/> . @prefix wd: <http://www.wikidata.org/entity/> . @prefix data: <${base}data/> .
@prefix wikibase: <http://wikiba.se/ontology#> . @prefix p: <http://www.wikidata.org/prop/> . @prefix v: <${base}value/> .
@prefix psv: <http://www.wikidata.org/prop/statement/value/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix ref: <${base}reference/> . @prefix pr: <http://www.wikidata.org/prop/reference/> .
`
const parse = (trig: string): Quad[] =>
  new Parser({ format: 'TriG', factory }).parse(prefixes + trig)

const all = `graph:schema {
  :flins a schema:Place; schema:owns :renault; schema:event st:1; schema:sameAs wd:Q1; schema:address st:5.
  st:1 a schema:Event; schema:about :renault; schema:location :flins; schema:valueReference st:2.
  st:2 a schema:PropertyValue; schema:about st:1.
  st:3 a schema:Observation; schema:observationAbout :flins; schema:measuredProperty wd:P1128.
  st:5 a schema:PostalAddress. wd:P1128 a schema:Property. wd:Q1 schema:name "not ours".
  :renault schema:name "Renault"; schema:owns :flins; schema:event st:4. st:4 a schema:Event; schema:about :flins.
}
graph:wikibase {
  :flins a wikibase:Item; p:P1 st:1; schema:name "Flins"@en. st:1 a wikibase:Statement; psv:P1 v:1; prov:wasDerivedFrom ref:1.
  v:1 a wikibase:QuantityValue; wikibase:quantityNormalized v:2; wikibase:quantityUnit wd:Q1. v:2 a wikibase:QuantityValue.
  ref:1 a wikibase:Reference; pr:P248 :article. :article a wikibase:Item. wd:Q1 a wikibase:Item.
  data:flins schema:about :flins; a schema:Dataset. data:renault schema:about :renault. :old owl:sameAs :flins.
  <https://fr.wikipedia.org/wiki/Flins> schema:about :flins; schema:isPartOf <https://fr.wikipedia.org/>.
  <https://fr.wikipedia.org/> wikibase:wikiGroup "wikipedia". :renault p:P1 st:9; a wikibase:Item; owl:sameAs :flins. st:9 a wikibase:Statement.
}
graph:ontology { :flins schema:name "elsewhere" }`

const store = createStore(parse(all))
const exportFlins = (view: View, keepGraphs = false, of = store) => [
  ...exportEntity(of, `${base}entity/flins`, { view, keepGraphs, base, factory }),
]
const subjects = (quads: readonly Quad[]) =>
  [...new Set(quads.map(({ subject }) => subject.value.replace(base, '')))].sort()

describe('exportEntity', () => {
  it('takes statements, values, references, document, sitelinks and redirects of the Wikibase view', () => {
    deepStrictEqual(subjects(exportFlins('wikibase')), [
      'data/flins',
      'entity/flins',
      'entity/old',
      'https://fr.wikipedia.org/',
      'https://fr.wikipedia.org/wiki/Flins',
      'reference/1',
      'statement/1',
      'value/1',
      'value/2',
    ])
  })

  it('takes what hangs on the entity in the schema.org view, but not other entities and their events', () => {
    deepStrictEqual(subjects(exportFlins('schema')), [
      'entity/flins',
      'http://www.wikidata.org/entity/P1128',
      'statement/1',
      'statement/2',
      'statement/3',
      'statement/5',
    ])
  })

  it('keeps both graphs apart, or merges them as a set', () => {
    const graphs = new Set(exportFlins('all', true).map(({ graph }) => graph.value))
    deepStrictEqual([...graphs], [graphIri(base, 'schema'), graphIri(base, 'wikibase')])
    const twice = createStore(
      parse(
        `graph:schema { :flins schema:name "Flins"@en } graph:wikibase { :flins schema:name "Flins"@en }`,
      ),
    )
    deepStrictEqual(exportFlins('all', false, twice).length, 1)
    deepStrictEqual(exportFlins('all', true, twice).length, 2)
    ok(exportFlins('all').every(({ graph }) => graph.termType === 'DefaultGraph'))
  })

  it('yields nothing for an entity that is not there', () => {
    deepStrictEqual(
      [...exportEntity(store, `${base}entity/x`, { view: 'all', keepGraphs: true, base, factory })],
      [],
    )
  })

  it('gives of Wikidata entities in one store each what Special:EntityData gives', async function () {
    if (!existsSync(pairs)) return void this.skip() // ../shared/wikidata is not here
    const graph = factory.namedNode(graphIri(base, 'wikibase'))
    const view = createWikibaseView({ factory, graph, base })
    const expected = new Map<string, Quad[]>()
    for (const id of ['Q42', 'Q1', 'Q17948861']) {
      const input = Readable.from([await readFile(new URL(`${id}.json`, pairs))])
      const source = createWikibaseJsonSource()
      for await (const item of source.read(input, {
        file: `${id}.json`,
        base,
        ontology: factoryOntology,
      })) {
        if (item.kind === 'entity') expected.set(item.entity.iri, [...view.entity(item.entity)])
      }
    }
    const wikidata = createStore([...expected.values()].flat())
    for (const [iri, quads] of expected) {
      const options = { view: 'wikibase', keepGraphs: true, base, factory } as const
      assertSameQuads([...exportEntity(wikidata, iri, options)], quads)
    }
  })
})

describe('the documents about all entities of Flins', () => {
  for (const name of ['wikibase', 'schema'] as const) {
    it(`hold together the whole graph "${name}"`, async () => {
      const { site, store: flins } = await loadFlins()
      const options = { view: name, keepGraphs: true, base: site.config.base, factory }
      const together = createStore(
        site.entities.flatMap(({ iri }) => [...exportEntity(flins, iri, options)]),
      )
      const graph = factory.namedNode(graphIri(site.config.base, name))
      const missing = [...flins.match(null, null, null, graph)].filter(
        (quad) => !together.has(quad),
      )
      deepStrictEqual(
        missing.map(({ subject, predicate }) => [subject.value, predicate.value]),
        [],
      )
    })
  }
})
