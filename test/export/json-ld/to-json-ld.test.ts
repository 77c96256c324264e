import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import type { Quad } from '@rdfjs/types'
import { DataFactory, Parser } from 'n3'
import { loadContexts, printJsonLd, toJsonLd } from '../../../src/export/index.ts'
import type { JsonLdOptions } from '../../../src/export/index.ts'
import { base, factoryOntology as ontology } from '../support/ontology.ts'
import { canonicalDouble, parseBack, readBack } from '../support/read-back.ts'
import { assertSameQuads } from '../support/same-quads.ts'

const site = { ontology, base, factory: DataFactory }
const flins = `${base}entity/flins`

const prefixes = `@prefix schema: <http://schema.org/> . @prefix : <${base}entity/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix graph: <${base}graph/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix wikibase: <http://wikiba.se/ontology#> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> . @prefix p: <http://www.wikidata.org/prop/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> . @prefix psv: <http://www.wikidata.org/prop/statement/value/> .
@prefix st: <${base}statement/> . @prefix v: <${base}value/> . @prefix wd: <http://www.wikidata.org/entity/> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix pq: <http://www.wikidata.org/prop/qualifier/> .
`
const parse = (trig: string): Quad[] =>
  new Parser({ format: 'TriG', factory: DataFactory }).parse(prefixes + trig)

async function write(trig: string, options: Partial<JsonLdOptions> = {}) {
  const quads = parse(trig)
  const document = await toJsonLd(quads, { view: 'schema', root: flins, ...site, ...options })
  const contexts = await loadContexts(site)
  assertSameQuads(await parseBack(document, contexts), quads)
  assertSameQuads(await readBack(document, contexts), quads.map(canonicalDouble))
  return document
}

describe('toJsonLd', () => {
  it('nests what an entity points to, and names nodes by @id and @type', async () => {
    deepStrictEqual(
      await write(`:flins a schema:Place; schema:name "Flins"@fr; schema:url <http://example.org/>;
        schema:address :address. :address a schema:PostalAddress; schema:postalCode "78410".`),
      {
        '@context': 'https://schema.org',
        '@id': flins,
        '@type': 'Place',
        address: { '@id': `${base}entity/address`, '@type': 'PostalAddress', postalCode: '78410' },
        name: { '@language': 'fr', '@value': 'Flins' },
        url: 'http://example.org/',
      },
    )
  })

  it('writes a node that is mentioned twice once, as near to the root as it can', async () => {
    deepStrictEqual(
      await write(
        `:flins schema:containsPlace :a; schema:owns :c. :a schema:owns :c. :c schema:name "c".`,
      ),
      {
        '@context': 'https://schema.org',
        '@id': flins,
        containsPlace: { '@id': `${base}entity/a`, owns: { '@id': `${base}entity/c` } },
        owns: { '@id': `${base}entity/c`, name: 'c' },
      },
    )
  })

  it('puts what the root does not reach behind it', async () => {
    const document = await write(
      `:a schema:about :flins. :flins schema:name "Flins". :z schema:name "z".`,
    )
    deepStrictEqual(document['@graph'], [
      { '@id': flins, name: 'Flins' },
      { '@id': `${base}entity/a`, about: { '@id': flins } },
      { '@id': `${base}entity/z`, name: 'z' },
    ])
  })

  it('ends with cycles', async () => {
    deepStrictEqual(await write(`:flins schema:owns :a. :a schema:owner :flins, :a.`), {
      '@context': 'https://schema.org',
      '@id': flins,
      owns: { '@id': `${base}entity/a`, owner: [{ '@id': `${base}entity/a` }, { '@id': flins }] },
    })
    await write(`:a schema:owner :b. :b schema:owner :a.`)
  })

  it('keeps dates as the context types them, and other types as they are', async () => {
    deepStrictEqual(
      await write(`:flins schema:foundingDate "1952"^^schema:Date, "1952"^^xsd:gYear, "1952";
        schema:numberOfEmployees 2100, 21.5, 2.15e1, 1E3, "02"^^xsd:integer, true.`),
      {
        '@context': 'https://schema.org',
        '@id': flins,
        foundingDate: '1952',
        'schema:foundingDate': [{ '@type': 'xsd:gYear', '@value': '1952' }, '1952'],
        numberOfEmployees: [
          { '@type': 'xsd:integer', '@value': '02' },
          { '@type': 'xsd:double', '@value': '1E3' },
          { '@type': 'xsd:double', '@value': '2.15e1' },
          { '@type': 'xsd:decimal', '@value': '21.5' },
          2100,
          true,
        ],
      },
    )
  })

  it('reads back what hides in a context: its prefixes as schemes, keywords and empty names', async () => {
    const document =
      await write(`:flins schema:url <brick:a>, <xsd:b>, <time://x>, <urn:x>, <schema:y>;
      schema:sameAs <brick:c>; a <http://schema.org/@id>, <http://schema.org/a:b>, schema:, <http://schema.org/__proto__>;
      <http://schema.org/@type> "x"; <http://schema.org/__proto__> "y"; schema:id "z"; schema:type "t"; <http://schema.org/> "e";
      schema:owns <http://www.w3.org/2002/07/owl#//x>; schema:name "@null", "@id", "@graph"; a "no type".`)
    deepStrictEqual(document['@context'], [
      'https://schema.org',
      { brick: null, '@vocab': null, owl: null, schema: null, time: null, xsd: null },
    ])
  })

  it('keeps blank nodes, with a label only where one is needed', async () => {
    deepStrictEqual(await write(`:flins schema:geo [ schema:latitude 48 ].`), {
      '@context': 'https://schema.org',
      '@id': flins,
      geo: { latitude: 48 },
    })
    await write(`_:a schema:owns _:b. _:b schema:owns _:a.`)
    await write(`:flins schema:owns _:b. :a schema:owns _:b. _:b schema:name "b".`)
    await write(
      `graph:a { :flins schema:owns _:b } graph:b { _:b schema:name "b" } _:g { _:b schema:name "b" }`,
    )
    await write(`:flins a _:b. _:b schema:owns ( 1 2 ( ) ) .`)
  })

  it('is the same whatever order the quads come in', async () => {
    const quads = parse(
      `:flins schema:owns :a, :b; schema:name "b", "a", "a"@fr. :a schema:owner :flins. :b a schema:Car.`,
    )
    const print = async (some: Quad[]) =>
      printJsonLd(await toJsonLd(some, { view: 'schema', root: flins, ...site }))
    strictEqual(await print([...quads].reverse()), await print([...quads, ...quads]))
  })

  it('nests no deeper than readers can follow', async () => {
    const chain = Array.from({ length: 3000 }, (_, n) => `:n${n} schema:owns :n${n + 1}.`).join(
      '\n',
    )
    const document = await write(`${chain} :flins schema:owns :n0.`)
    ok(Array.isArray(document['@graph']))
  })

  it('is an empty document without quads', async () => {
    deepStrictEqual(await write(''), { '@context': 'https://schema.org' })
  })
})

describe('toJsonLd with the published context', () => {
  it('names properties, ranks and labels in a readable way', async () => {
    deepStrictEqual(
      await write(
        `:flins a wikibase:Item; rdfs:label "Flins"@en, "Usine de Flins"@fr; wdt:P2046 "+237"^^xsd:decimal;
          wdt:P31 wd:Q83405; p:P2046 st:flins-1.
        st:flins-1 a wikibase:Statement, wikibase:BestRank; wikibase:rank wikibase:NormalRank;
          ps:P2046 "+237"^^xsd:decimal; psv:P2046 v:1; pq:P571 "1952-01-01T00:00:00Z"^^xsd:dateTime.
        v:1 a wikibase:QuantityValue; wikibase:quantityAmount "+237"^^xsd:decimal; wikibase:quantityUnit wd:Q35852.`,
        { view: 'wikibase' },
      ),
      {
        '@context': `${base}context.jsonld`,
        '@id': 'entity:flins',
        '@type': 'Item',
        label: { en: 'Flins', fr: 'Usine de Flins' },
        'p.area': {
          '@id': 's:flins-1',
          '@type': ['BestRank', 'Statement'],
          rank: 'NormalRank',
          'pq.inception': '1952-01-01T00:00:00Z',
          'ps.area': '+237',
          'psv.area': {
            '@id': 'v:1',
            '@type': 'QuantityValue',
            quantityAmount: '+237',
            quantityUnit: 'wd:Q35852',
          },
        },
        area: '+237',
        instanceOf: 'wd:Q83405',
      },
    )
  })

  it('keeps named graphs, each a tree around the entity', async () => {
    const document = await write(
      `graph:wikibase { :flins wdt:P31 wd:Q83405 } graph:schema { :flins a schema:Place; schema:name "Flins" }
       :flins schema:name "default".`,
      { view: 'all' },
    )
    deepStrictEqual(document['@graph'], [
      { '@id': 'entity:flins', name: { '@none': 'default' } },
      {
        '@id': 'graph:schema',
        '@graph': [{ '@id': 'entity:flins', '@type': 'schema:Place', name: { '@none': 'Flins' } }],
      },
      {
        '@id': 'graph:wikibase',
        '@graph': [{ '@id': 'entity:flins', instanceOf: 'wd:Q83405' }],
      },
    ])
  })
})
