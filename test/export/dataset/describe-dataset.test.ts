import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import type { Quad } from '@rdfjs/types'
import { DataFactory, Parser } from 'n3'
import rdfExt from 'rdf-ext'
import { countDataset, describeDataset } from '../../../src/export/index.ts'
import type { BuildInfo, DatasetInfo } from '../../../src/export/index.ts'
import { graphIri, serializeToString } from '../../../src/rdf/index.ts'
import { createStore } from '../../../src/store/index.ts'
import { checkSchemaOrg, validateShapes } from '../../../src/validate/index.ts'
import { base } from '../support/ontology.ts'
import { loadFlins } from '../support/sites.ts'

const factory = DataFactory
const shapes = new URL('../../../../shared/conformance/dcat-ap/dcat-ap-SHACL.ttl', import.meta.url)

const info: DatasetInfo = {
  base,
  title: new Map([
    ['en', 'Flins'],
    ['fr', 'Flins'],
  ]),
  description: new Map([['en', 'Facts </script> "of" Flins']]),
  publisher: { name: 'The founders', url: 'https://example.org/' },
  license: 'https://creativecommons.org/publicdomain/zero/1.0/',
  languages: ['en', 'pt-BR', 'gsw'],
  defaultEntity: 'flins',
}
const build: BuildInfo = {
  version: '0.1.0',
  files: [
    { name: 'usine.yaml', sha256: 'a'.repeat(64) },
    { name: 'data/été 2026#1.yaml', sha256: 'b'.repeat(64) },
  ],
}
const counts = countDataset(
  createStore(
    new Parser({ format: 'TriG', factory }).parse(`
      @prefix : <${base}entity/> . @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix graph: <${base}graph/> .
      @prefix wikibase: <http://wikiba.se/ontology#> . @prefix wd: <http://www.wikidata.org/entity/> .
      graph:schema { :flins a :Place; owl:sameAs wd:Q1 } graph:wikibase { :flins a wikibase:Item, :Place; owl:sameAs :x }`),
  ),
  { base, factory },
)
const describeFlins = (more: Partial<Parameters<typeof describeDataset>[0]> = {}): Quad[] =>
  describeDataset({ info, counts, build, factory, ...more })
const print = (quads: Quad[]) => serializeToString(quads, { format: 'n-triples' })
const valuesOf = (quads: Quad[], subject: string, predicate: string) =>
  quads
    .filter(
      (quad) => quad.subject.value === base + subject && quad.predicate.value.endsWith(predicate),
    )
    .map(({ object }) => object.value)

describe('countDataset', () => {
  it('counts each triple once, whatever graphs it is in', () => {
    deepStrictEqual(counts, {
      triples: 4,
      entities: 1,
      subjects: 1,
      objects: 4,
      properties: 2,
      classes: 2,
      links: 1,
      graphs: new Map([
        [`${base}graph/schema`, 2],
        [`${base}graph/wikibase`, 3],
      ]),
    })
  })
})

describe('describeDataset', () => {
  it('meets the shapes of DCAT-AP 3.0.1', async function () {
    if (!existsSync(shapes)) return void this.skip() // ../shared/conformance is not here
    const dataset = (quads: Quad[]) => rdfExt.dataset(quads)
    const shapesGraph = dataset(new Parser().parse(readFileSync(shapes, 'utf8')))
    const check = async (quads: Quad[]) =>
      (await validateShapes(dataset(quads), shapesGraph, rdfExt)).results
    for (const quads of [
      describeFlins(),
      describeFlins({ build: { ...build, endedAt: '2026-11-23T18:00:00Z' } }),
    ]) {
      deepStrictEqual(
        (await check(quads)).map(({ message, focusNode }) => [message, focusNode.value]),
        [],
      )
    }
    const broken = describeFlins().filter(({ predicate }) => !predicate.value.endsWith('accessURL'))
    ok((await check(broken)).length > 0)
  })

  it('uses schema.org within its domains and ranges', async () => {
    const quads = describeFlins().filter(({ predicate, object }) =>
      `${predicate.value} ${object.value}`.includes('schema.org/'),
    )
    const wrong = (await checkSchemaOrg(quads, factory)).results.filter(
      ({ severity }) => severity === 'violation',
    )
    deepStrictEqual(
      wrong.map(({ message }) => message),
      [],
    )
  })

  it('says which files were used, with names that fit in an IRI', () => {
    const file = 'dataset#file/data/%C3%A9t%C3%A9%202026%231.yaml'
    deepStrictEqual(valuesOf(describeFlins(), 'dataset#build', '#used'), [
      `${base}dataset#file/usine.yaml`,
      base + file,
    ])
    deepStrictEqual(valuesOf(describeFlins(), file, 'title'), ['data/été 2026#1.yaml'])
    deepStrictEqual(valuesOf(describeFlins(), `${file}/sha256`, 'checksumValue'), ['b'.repeat(64)])
  })

  it('names a distribution for each format', () => {
    deepStrictEqual(
      valuesOf(describeFlins(), 'dataset', 'dataDump').map((iri) => iri.replace(base, '')),
      ['dump.ttl', 'dump.trig', 'dump.nt', 'dump.nq', 'dump.jsonld', 'dump.rdf'],
    )
  })

  it('names languages by the main part of their tags', () => {
    deepStrictEqual(
      valuesOf(describeFlins(), 'dataset', 'terms/language').map((iri) =>
        iri.replace(/.*vocabulary\//, ''),
      ),
      ['iso639-1/en', 'iso639-1/pt', 'iso639-2/gsw'],
    )
  })

  it('has no clock, no blank nodes and no order of its own', async () => {
    strictEqual(await print(describeFlins()), await print(describeFlins()))
    ok(!(await print(describeFlins())).includes('_:'))
    ok(!(await print(describeFlins())).includes('endedAtTime'))
  })

  it('describes a site that says little of itself', async () => {
    const little: DatasetInfo = {
      base,
      title: new Map(),
      description: new Map(),
      license: info.license,
      languages: [],
    }
    deepStrictEqual(valuesOf(describeFlins({ info: little }), 'dataset', 'terms/title'), [base])
    ok(!(await print(describeFlins({ info: little }))).includes('publisher'))
  })

  it('describes Flins into its graph', async () => {
    const { site, store } = await loadFlins()
    const graph = factory.namedNode(graphIri(site.config.base, 'dataset'))
    const flins = countDataset(store, { base: site.config.base, factory })
    const quads = describeFlins({
      info: site.config,
      counts: flins,
      build: { ...build, files: site.files },
      graph,
    })
    ok(quads.every((quad) => quad.graph.equals(graph)))
    strictEqual(flins.entities, site.entities.length)
    strictEqual(valuesOf(quads, 'dataset#build', '#used').length, site.files.length)
  })
})
