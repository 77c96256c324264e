import { rejects, strictEqual } from 'node:assert/strict'
import { DataFactory } from 'n3'
import { parseRdf, serializeToString } from '../../../src/rdf/formats/index.ts'
import type { SerializeOptions } from '../../../src/rdf/formats/index.ts'
import { addSitePrefixes } from '../../../src/rdf/prefixes.ts'

const prefixes = addSitePrefixes('https://usine.example/')

const data = `
  PREFIX : <https://usine.example/entity/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
  PREFIX wdt: <http://www.wikidata.org/prop/direct/> PREFIX wd: <http://www.wikidata.org/entity/>
  :zoe wdt:P31 wd:Q3231690 .
  :flins wdt:P2046 2.37 ; rdfs:label "Flins"@en , "Flins"@fr ; a wd:Q5 ; wdt:P571 "1952"^^<urn:x:year> .
  GRAPH <https://usine.example/graph/wikibase> { :flins a wd:Q5 . _:b rdfs:label "1\\n2" . }
  :flins wdt:P2046 2.37 .`

const write = (options: SerializeOptions) =>
  serializeToString(parseRdf(data, { format: 'trig' }), options)

describe('serializeRdf, for people', () => {
  it('writes Turtle sorted, with the prefixes that are used, the first subject first', async () => {
    const firstSubject = 'https://usine.example/entity/zoe'
    strictEqual(
      (await write({ format: 'turtle', pretty: true, prefixes, firstSubject })).replace(
        /_:\w+/,
        '_:b',
      ),
      `@prefix : <https://usine.example/entity/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .

:zoe wdt:P31 wd:Q3231690 .

:flins a wd:Q5 ;
    rdfs:label "Flins"@en ,
        "Flins"@fr ;
    wdt:P2046 2.37 ;
    wdt:P571 "1952"^^<urn:x:year> .

_:b rdfs:label "1\\n2" .
`,
    )
  })

  it('writes TriG graph by graph', async () => {
    strictEqual(
      (await write({ format: 'trig', pretty: true, prefixes }))
        .replace(/_:\w+/, '_:b')
        .split('\n\n')
        .slice(3)
        .join('\n\n'),
      `graph:wikibase {
    :flins a wd:Q5 .

    _:b rdfs:label "1\\n2" .
}
`,
    )
  })

  it('writes nothing for no quads', async () => {
    strictEqual(await serializeToString([], { format: 'turtle', pretty: true, prefixes }), '')
  })
})

const { blankNode, literal, namedNode, quad, variable } = DataFactory
const [s, p] = [namedNode('http://e/s'), namedNode('http://e/p')] as const

describe('serializeRdf, given terms that cannot be written', () => {
  const formats = ['turtle', 'trig', 'n-triples', 'n-quads', 'jsonld', 'rdfxml'] as const
  const bad = [
    ['an IRI that would end early', quad(s, p, namedNode('http://e/> <http://e/x'))],
    ['an IRI with a space', quad(namedNode('http://e/a b'), p, s)],
    ['an IRI with a line end', quad(s, p, namedNode('http://e/\n'))],
    ['a relative IRI', quad(s, p, namedNode('x'))],
    ['a relative predicate', quad(s, namedNode('x'), s)],
    ['a bad datatype', quad(s, p, literal('x', namedNode('http://e/ x')))],
    ['a language tag that would end early', quad(s, p, literal('x', 'en . <http://e/s>'))],
    ['half a character', quad(s, p, literal('\uD83C'))],
    ['a variable', quad(s, p, variable('x'))],
    ['a triple term', quad(s, p, quad(s, p, s) as never)],
  ] as const
  for (const format of formats) {
    for (const [what, one] of bad) {
      it(`refuses ${what} in ${format}`, async () => {
        await rejects(serializeToString([one], { format }), { code: 'ERR_TERM_UNWRITABLE' })
      })
    }
  }

  for (const format of ['turtle', 'trig', 'n-triples', 'n-quads'] as const) {
    it(`refuses a label of a blank node that would be syntax in ${format}`, async () => {
      const one = quad(blankNode('a . <http://e/s>'), p, s)
      await rejects(serializeToString([one], { format }), { code: 'ERR_TERM_UNWRITABLE' })
    })
  }

  it('refuses predicates that RDF/XML has no name for', async () => {
    for (const iri of [
      'http://e/',
      'http://e/1',
      'http://www.w3.org/1999/02/22-rdf-syntax-ns#li',
    ]) {
      const one = quad(s, namedNode(iri), s)
      await rejects(serializeToString([one], { format: 'rdfxml' }), { code: 'ERR_TERM_UNWRITABLE' })
    }
  })

  it('refuses characters that XML cannot hold', async () => {
    for (const text of ['\0', '\u001B', '\uFFFF']) {
      const one = quad(s, p, literal(text))
      await rejects(serializeToString([one], { format: 'rdfxml' }), { code: 'ERR_TERM_UNWRITABLE' })
    }
  })
})
