import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import type { Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import fc from 'fast-check'
import { bindText, parseQuery } from '../../src/query/index.ts'

const { literal, namedNode } = DataFactory
const bindings = new Map<string, Term>([
  ['x', namedNode('http://a.example/1')],
  ['l', literal('it"s')],
])

const cases: readonly (readonly [string, string])[] = [
  ['{ ?x ?p $l }', '{ <http://a.example/1> ?p "it\\"s" }'],
  ['{ ?x1 ?xx ?x }', '{ ?x1 ?xx <http://a.example/1> }'],
  ['# ?x\n?x', '# ?x\n<http://a.example/1>'],
  [`"?x" '?x' """?x""" ?x`, `"?x" '?x' """?x""" <http://a.example/1>`],
  ['<http://b.example/?x#?l> ?l', '<http://b.example/?x#?l> "it\\"s"'],
  ['FILTER(!BOUND(?x) || bound( ?y ))', 'FILTER(!true || bound( ?y ))'],
]

describe('bindText', () => {
  for (const [text, expected] of cases) {
    it(`writes ${JSON.stringify(expected)}`, () => {
      strictEqual(bindText(text, bindings), expected)
    })
  }

  it('lets no value become syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const text = bindText('SELECT * { ?s ?p ?x }', new Map([['x', literal(value)]]))
        const { variables } = parseQuery(text)
        deepStrictEqual(
          variables.map((variable) => variable.value),
          ['s', 'p'],
        )
      }),
      { numRuns: 60 },
    )
  })
})
