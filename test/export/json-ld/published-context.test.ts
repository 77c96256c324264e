import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import jsonld from 'jsonld'
import { DataFactory } from 'n3'
import { contextFromOntology, publishedContextIri } from '../../../src/export/index.ts'
import type { JsonLdContext } from '../../../src/export/index.ts'
import { base, factoryOntology, ontologyOf, property } from '../support/ontology.ts'

const contextOf = (ontology = factoryOntology) => contextFromOntology(ontology, base, DataFactory)
const wikidata = 'http://www.wikidata.org/'

function read(context: JsonLdContext, name: string): { iri?: string; type?: string | undefined } {
  const definition = context[name]
  if (typeof definition !== 'object' || definition === null) return {}
  return { iri: definition['@id'], type: definition['@type'] }
}

describe('contextFromOntology', () => {
  it('names the predicates of a property after its key', () => {
    const context = contextOf()
    const cases: [string, string, string | undefined][] = [
      ['area', 'prop/direct/P2046', 'decimal'],
      ['p.area', 'prop/P2046', '@id'],
      ['ps.area', 'prop/statement/P2046', 'decimal'],
      ['psv.area', 'prop/statement/value/P2046', '@id'],
      ['psn.area', 'prop/statement/value-normalized/P2046', '@id'],
      ['pqv.inception', 'prop/qualifier/value/P571', '@id'],
      ['pr.website', 'prop/reference/P856', '@id'],
      ['wdtn.viaf', 'prop/direct-normalized/P214', '@id'],
      ['viaf', 'prop/direct/P214', undefined],
    ]
    for (const [name, path, type] of cases) {
      const { iri, type: actual } = read(context, name)
      strictEqual(iri, wikidata + path)
      strictEqual(actual?.replace(/.*#/, ''), type)
    }
    strictEqual(context['psv.viaf'], undefined)
    strictEqual(context['psn.inception'], undefined)
  })

  it('names own properties under the base', () => {
    deepStrictEqual(contextOf()['pq.nickname'], { '@id': `${base}prop/qualifier/nickname` })
  })

  it('shows a property that is added to the ontology', () => {
    const added = property('floorSpace', { datatype: 'quantity' })
    const before = Object.keys(contextOf())
    const after = Object.keys(contextOf(ontologyOf(...factoryOntology.properties.values(), added)))
    const names = after.filter((name) => !before.includes(name))
    deepStrictEqual(names.slice(0, 4), [
      'floorSpace',
      'p.floorSpace',
      'ps.floorSpace',
      'psv.floorSpace',
    ])
    ok(names.every((name) => name.endsWith('floorSpace')))
  })

  it('lets a property with the key of a term or prefix keep only its prefixed names', () => {
    const context = contextOf(ontologyOf(property('rank'), property('ref')))
    strictEqual(read(context, 'rank').iri, 'http://wikiba.se/ontology#rank')
    strictEqual(context['ref'], `${base}reference/`)
    deepStrictEqual(context['ps.rank'], { '@id': `${base}prop/statement/rank` })
  })

  it('has no prefix that is a URI scheme in common use', () => {
    const schemes = [
      'http',
      'https',
      'data',
      'geo',
      'urn',
      'tag',
      'mailto',
      'tel',
      'file',
      'ftp',
      'doi',
      'info',
      'about',
    ]
    const prefixes = (context: JsonLdContext) =>
      Object.keys(context).filter((name) => typeof context[name] === 'string')
    deepStrictEqual(
      prefixes(contextOf()).filter((name) => schemes.includes(name)),
      [],
    )
  })

  it('is valid JSON-LD 1.1', async () => {
    const document = { '@context': contextOf(), '@id': 'entity:flins', area: '237' }
    const expanded = await jsonld.expand(document as jsonld.JsonLdDocument)
    deepStrictEqual(expanded[0]?.['@id'], `${base}entity/flins`)
  })

  it('is found at context.jsonld', () => {
    strictEqual(publishedContextIri(base), 'https://flins.example/context.jsonld')
  })
})
