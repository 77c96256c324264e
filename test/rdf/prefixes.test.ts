import { ok, strictEqual } from 'node:assert/strict'
import { DataFactory } from 'n3'
import { serializeToString } from '../../src/rdf/formats/index.ts'
import { addSitePrefixes, defaultPrefixes } from '../../src/rdf/prefixes.ts'

const { namedNode, quad } = DataFactory

describe('prefixes', () => {
  const site = addSitePrefixes('https://usine.example/')

  it('stand for one namespace each', () => {
    const namespaces = Object.values(site)
    strictEqual(new Set(namespaces).size, namespaces.length)
  })

  it('keep those of Wikidata when a site adds its own', () => {
    for (const [prefix, iri] of Object.entries(defaultPrefixes)) strictEqual(site[prefix], iri)
  })

  it('end where a local name can begin', () => {
    ok(Object.values(site).every((iri) => /[/#]$/.test(iri)))
  })

  const names: [string, string][] = [
    ['https://usine.example/entity/flins', ':flins'],
    ['https://usine.example/ontology/section', 'ont:section'],
    ['https://usine.example/prop/direct/section', 'ewdt:section'],
    ['https://usine.example/prop/statement/value/section', 'epsv:section'],
    ['http://www.wikidata.org/prop/qualifier/P580', 'pq:P580'],
    ['http://www.wikidata.org/entity/statement/Q1-0-a', 'wds:Q1-0-a'],
    ['http://schema.org/name', 'schema:name'],
    ['http://schema.org/a/b', '<http://schema.org/a/b>'],
    ['http://schema.org/a.', '<http://schema.org/a.>'],
    ['http://schema.org/', 'schema:'],
  ]
  for (const [iri, name] of names) {
    it(`write ${iri} as ${name}`, async () => {
      const node = namedNode(iri)
      const text = await serializeToString([quad(node, node, node)], {
        format: 'turtle',
        prefixes: site,
      })
      ok(text.endsWith(`${name} ${name} ${name} .\n`), text)
    })
  }
})
