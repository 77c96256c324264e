import { deepStrictEqual, ok, strictEqual, throws } from 'node:assert/strict'
import type { Term } from '@rdfjs/types'
import fc from 'fast-check'
import { DataFactory } from 'n3'
import { parseQuery, sparql, termToSparql } from '../../src/query/index.ts'
import { iris, literals } from '../support/rdf-arbitrary.ts'

const { blankNode, defaultGraph, literal, namedNode, quad, variable } = DataFactory

/** All terms of a query, wherever they stand. */
function listTerms(part: unknown): Term[] {
  if (typeof part !== 'object' || part === null) return []
  if ('termType' in part && part.termType !== 'Quad') return [part as Term]
  return Object.values(part).flatMap(listTerms)
}

const describeTerm = (term: Term) =>
  term.termType === 'Literal'
    ? [term.value, term.language, term.datatype.value]
    : [term.termType, term.value]

describe('sparql', () => {
  it('writes terms into the holes', () => {
    const query = sparql`SELECT * { ${variable('s')} ${namedNode('http://e/p')} ${literal('it\'s "x"', 'en')} }`
    strictEqual(query, String.raw`SELECT * { ?s <http://e/p> "it's \"x\""@en }`)
  })

  it('leaves escapes between the holes as they are', () => {
    strictEqual(sparql`ASK { ?s ?p "a\nb" }`, String.raw`ASK { ?s ?p "a\nb" }`)
  })

  it('never lets a value become syntax', () => {
    fc.assert(
      fc.property(fc.oneof(literals, iris), (value) => {
        const { algebra } = parseQuery(sparql`SELECT ?s { ?s ?p ${value} }`)
        const [found, ...others] = listTerms(algebra).filter(
          ({ termType }) => termType === 'Literal' || termType === 'NamedNode',
        )
        ok(found)
        deepStrictEqual(describeTerm(found), describeTerm(value))
        deepStrictEqual(others, [])
      }),
      { numRuns: 300 },
    )
  })

  it('never lets a backslash before a code point become an escape', () => {
    for (const text of [
      '\\u0022',
      '\\\\u0022',
      '\\U00000022',
      'x\\u0022 . ?a ?b "',
      '\\\\\\u005C',
    ]) {
      const written = termToSparql(literal(text))
      // Read by whoever replaces code points before all else, as the specification has it, and by whoever does not.
      const replaced = written.replace(/\\u([\dA-F]{4})/g, (_match, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
      strictEqual(JSON.parse(replaced), text)
      strictEqual(JSON.parse(written.replaceAll('\\U000000', '\\u00')), text)
    }
  })

  const bad: [string, Term][] = [
    ['an IRI that ends early', namedNode('http://e/> ?p ?o } #')],
    ['an IRI with a space', namedNode('http://e/a b')],
    ['a relative IRI', namedNode('a')],
    ['an empty IRI', namedNode('')],
    ['a variable that is not a name', variable('x } #')],
    ['a variable without a name', variable('')],
    ['a language tag that ends early', literal('x', 'en } #')],
    ['a datatype that ends early', literal('x', namedNode('http://e/> }'))],
    ['half a character', literal('\uDC00')],
    ['a blank node, which would be a variable', blankNode('x')],
    ['the default graph', defaultGraph()],
    ['a quad', quad(namedNode('http://e/s'), namedNode('http://e/s'), namedNode('http://e/s'))],
  ]
  for (const [what, term] of bad) {
    it(`refuses ${what}`, () => {
      throws(() => sparql`ASK { ?s ?p ${term} }`, { code: 'ERR_TERM_UNWRITABLE' })
    })
  }
})
