import { deepStrictEqual, rejects } from 'node:assert/strict'
import { DataFactory, Parser, Store } from 'n3'
import { validateShapes } from '../../src/validate/index.ts'

const prefixes = `
@prefix : <https://site.example/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`
const parse = (turtle: string) => new Store(new Parser().parse(prefixes + turtle))
const data = parse(':a :start 2 ; :end 1 . :b :start 1 ; :end 2 .')

/** Checks the data against a shape for whatever has a start; gives the messages at each node. */
async function check(constraints: string, rest = ''): Promise<string[]> {
  const shapes = parse(`:S a sh:NodeShape ; sh:targetSubjectsOf :start ; ${constraints} . ${rest}`)
  const { results } = await validateShapes(data, shapes, DataFactory)
  return results.map(({ focusNode, message, value }) =>
    [focusNode.value.slice(-1), message, value?.value].join(' '),
  )
}

const select = (where: string) => `sh:select "SELECT $this ?value WHERE { ${where} }"`
const before =
  '$this <https://site.example/start> ?s ; <https://site.example/end> ?value FILTER (?value < ?s)'

describe('SPARQL constraints', () => {
  it('find the nodes that have solutions, and fill messages', async () => {
    deepStrictEqual(
      await check(
        `sh:sparql [ sh:message "ends at {?value} before {$s}" ; sh:select "SELECT $this ?value ?s WHERE { ${before} }" ]`,
      ),
      ['a ends at 1 before 2 1'],
    )
  })

  it('bind $this where it is only used in a filter', async () => {
    deepStrictEqual(
      await check(
        `sh:sparql [ sh:message "b" ; ${select('FILTER ($this = <https://site.example/b>)')} ]`,
      ),
      ['b b https://site.example/b'],
    )
  })

  it('are all asked where a shape has several', async () => {
    deepStrictEqual(
      await check(
        `sh:sparql [ sh:message "one" ; ${select(before)} ], [ sh:message "two" ; ${select(before)} ]`,
      ),
      ['a one 1', 'a two 1'],
    )
  })

  it('are not asked when deactivated', async () => {
    deepStrictEqual(await check(`sh:sparql [ sh:deactivated true ; ${select(before)} ]`), [])
  })

  it('know the prefixes of their ontology and of those it imports', async () => {
    const found = await check(
      `sh:sparql [ sh:message "m" ; sh:prefixes :o ; ${select('$this s:start ?v ; e:end ?value FILTER (?value < ?v)')} ]`,
      `:o sh:declare [ sh:prefix "s" ; sh:namespace "https://site.example/"^^xsd:anyURI ] ; owl:imports :o2 .
       :o2 sh:declare [ sh:prefix "e" ; sh:namespace "https://site.example/"^^xsd:anyURI ] ; owl:imports :o .`,
    )
    deepStrictEqual(found, ['a m 1'])
  })

  it('see the path of their property shape as $PATH', async () => {
    const found = await check(
      'sh:property :P',
      `:P a sh:PropertyShape ; sh:path :end ; sh:message "m" ; sh:sparql [ ${select('$this $PATH ?value FILTER (?value > 1)')} ] .`,
    )
    deepStrictEqual(found, ['b m 2'])
  })

  const refused: readonly (readonly [what: string, where: string])[] = [
    ['MINUS', '$this ?p ?value MINUS { $this ?p 1 }'],
    ['VALUES', 'VALUES ?value { 1 }'],
    ['SERVICE', 'SERVICE <https://other.example/sparql> { ?a ?b ?value }'],
    ['a new value for $this', 'BIND (1 AS $this)'],
    ['a subquery without $this', '{ SELECT ?value WHERE { ?s ?p ?value } }'],
    ['no SPARQL', '$this ?p'],
  ]
  for (const [what, where] of refused) {
    it(`refuse ${what}`, async () => {
      await rejects(check(`sh:sparql [ ${select(where)} ]`), { name: 'UsineError' })
    })
  }
})
