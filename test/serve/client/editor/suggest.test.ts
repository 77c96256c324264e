import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import { nameOf, readTyped, suggest } from '../../../../src/serve/client/editor/suggest.ts'
import type { QueryTerms } from '../../../../src/serve/client/editor/suggest.ts'

const known: QueryTerms = {
  prefixes: {
    wd: 'http://wd.example/',
    wdt: 'http://wdt.example/',
    '': 'https://site.example/entity/',
  },
  terms: [
    { kind: 'property', name: 'wdt:P2046', label: 'area' },
    { kind: 'property', name: 'wdt:P571', label: 'inception' },
    { kind: 'property', name: 'ewdt:grade', label: 'évaluation' },
    {
      kind: 'class',
      name: 'wd:Q83405',
      label: 'factory',
      comment: 'A place where things are made.',
    },
  ],
}

/** What is offered at the end of a query. */
const offered = (query: string): string[] => {
  const typed = readTyped(query.slice(query.lastIndexOf('\n') + 1))
  return typed ? suggest(typed, query, known).map(({ text }) => text) : []
}

describe('suggest', () => {
  const cases: readonly (readonly [string, string[]])[] = [
    ['SELECT ?thing ?other { ?t', ['?thing']],
    ['SELECT ?thing { $th', ['?thing']],
    ['SELECT ?a ?b { ?', ['?a', '?b']],
    ['{ ?a wdt:', ['wdt:P2046', 'wdt:P571']],
    ['{ ?a wdt:P57', ['wdt:P571']],
    ['{ ?a psv:are', ['psv:P2046']],
    ['{ ?a epq:', ['epq:grade']],
    ['{ ?a wd:fac', ['wd:Q83405']],
    ['{ ?a nothing:', []],
    ['{ ?a are', ['wdt:P2046']],
    ['{ ?a evalu', ['ewdt:grade']],
    ['optio', ['OPTIONAL']],
    ['FILTER(conta', ['CONTAINS(']],
    ['{ ?a wd', ['wd:', 'wdt:']],
    ['{ ?a ', []],
    ['', []],
  ]
  for (const [query, expected] of cases) {
    it(`offers ${expected.join(', ') || 'nothing'} after ${JSON.stringify(query)}`, () => {
      deepStrictEqual(offered(query), expected)
    })
  }

  it('does not offer the variable that is being typed, unless it is there before', () => {
    deepStrictEqual(offered('SELECT ?x { ?y'), [])
    deepStrictEqual(offered('SELECT ?x { ?x'), ['?x'])
  })

  it('tells what terms mean', () => {
    const [found] = suggest({ kind: 'word', text: 'factory' }, '', known)
    strictEqual(found?.comment, 'A place where things are made.')
  })

  it('names what has no prefix, or needs escapes, by its whole IRI', () => {
    strictEqual(nameOf('https://site.example/entity/flins', known.prefixes), ':flins')
    strictEqual(nameOf('http://wd.example/Q1', known.prefixes), 'wd:Q1')
    for (const iri of [
      'http://wd.example/a/b',
      'http://wd.example/',
      'urn:x',
      'http://wd.example/a.',
    ]) {
      strictEqual(nameOf(iri, known.prefixes), `<${iri}>`)
    }
    ok(!nameOf('https://site.example/entity/-x', known.prefixes).startsWith(':'))
  })
})
