import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { UsineError } from '../../../src/errors.ts'
import { parseQuery } from '../../../src/query/index.ts'
import { checkSyntax } from '../../../src/serve/client/grammar.ts'

const prefixes = { wdt: 'http://wdt.example/' }

describe('checkSyntax', () => {
  it('finds nothing wrong with a query that is right', () => {
    strictEqual(checkSyntax('SELECT ?a { ?a wdt:P1 "b"@en }', prefixes), undefined)
  })

  const mistakes = [
    'SELECT ?a {',
    'SELECT ?a {\n  ?a foo:bar ?b }',
    'SELECT ?a (COUNT(?b) AS ?c) { ?a wdt:P1 ?b }',
    'SELEC ?a { ?a ?b ?c }',
    'SELECT ?a {\n ?a ?b "c }\n',
  ]
  for (const query of mistakes) {
    it(`says of ${JSON.stringify(query)} what the server says`, () => {
      let ofServer: unknown
      try {
        parseQuery(query, { prefixes })
      } catch (error) {
        ofServer = error instanceof UsineError ? error.details : error
      }
      deepStrictEqual({ ...checkSyntax(query, prefixes) }, ofServer)
    })
  }
})
