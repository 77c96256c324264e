import { deepStrictEqual, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { DataFactory, Parser, Store } from 'n3'
import { validateShapes } from '../../../src/validate/index.ts'
import { sh } from '../../../src/validate/terms.ts'

const ontologyBase = 'https://site.example/ontology/'
const file = readFileSync('ontology/shapes.ttl', 'utf8')
const shapes = new Store(new Parser({ baseIRI: ontologyBase }).parse(file))

const prefixes = `
@prefix : <https://site.example/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix ps: <http://www.wikidata.org/prop/statement/> .
@prefix pq: <http://www.wikidata.org/prop/qualifier/> .
@prefix pqv: <http://www.wikidata.org/prop/qualifier/value/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`

/** A statement that holds from one time to another, each with its precision. */
function during(start: string, startPrecision: number, end: string, endPrecision: number): string {
  const node = (name: string, date: string, precision: number) =>
    `:${name} wikibase:timeValue "${date}T00:00:00Z"^^xsd:dateTime ; wikibase:timePrecision ${precision} .`
  return `
    :x pq:P580 "${start}T00:00:00Z"^^xsd:dateTime ; pqv:P580 :a ;
      pq:P582 "${end}T00:00:00Z"^^xsd:dateTime ; pqv:P582 :b .
    ${node('a', start, startPrecision)} ${node('b', end, endPrecision)}`
}

const cases: readonly (readonly [what: string, turtle: string, broken: readonly string[]])[] = [
  ['a statement without a reference', ':x a wikibase:Statement .', ['shape-referenced-by']],
  ['a referenced statement', ':x a wikibase:Statement ; prov:wasDerivedFrom :r .', []],
  [
    'an end years before the start',
    during('1967-01-01', 9, '1956-01-01', 9),
    ['shape-end-not-before-start'],
  ],
  ['an end years after the start', during('1956-01-01', 9, '1967-01-01', 9), []],
  ['a year that ends in the year it starts', during('1956-05-03', 11, '1956-01-01', 9), []],
  [
    'an end months before the start',
    during('2009-11-01', 10, '2009-07-01', 10),
    ['shape-end-not-before-start'],
  ],
  [
    'an end days before the start',
    during('2009-11-05', 11, '2009-11-04', 11),
    ['shape-end-not-before-start'],
  ],
  ['a start in a month that ends in it', during('2009-11-05', 11, '2009-11-01', 10), []],
  ['a start in a decade', during('1950-01-01', 8, '1955-01-01', 9), []],
  ['a negative area', ':x ps:P2046 -1.0 .', ['shape-area-from-zero']],
  ['an unknown area', ':x ps:P2046 <https://site.example/.well-known/genid/1> .', []],
  ['negative employees', ':x ps:P1128 -1.0 .', ['shape-employees-from-zero']],
  ['a negative production', ':x ps:P1092 -1.0 .', ['shape-produced-from-zero']],
]

describe('ontology/shapes.ttl', () => {
  for (const [what, turtle, broken] of cases) {
    it(`finds ${broken.join(', ') || 'nothing'} in ${what}`, async () => {
      const data = new Store(new Parser().parse(prefixes + turtle))
      const { results } = await validateShapes(data, shapes, DataFactory)
      const found = results.map(({ sourceShape }) => sourceShape?.value.slice(ontologyBase.length))
      deepStrictEqual(found, broken)
    })
  }

  it('has a broken example for each shape with a message', () => {
    const described = shapes.getSubjects(sh.message, null, null).map(({ value }) => value)
    const covered = cases.flatMap(([, , broken]) => broken)
    for (const iri of described)
      ok(covered.includes(iri.slice(ontologyBase.length).replace(/-query$/, '')), iri)
  })
})
