import { strictEqual } from 'node:assert/strict'
import { describeQueries } from '../../../src/serve/queries/describe-query.ts'
import { versionOf } from '../support/small-site.ts'

const cases: readonly (readonly [pattern: string, isVolatile: boolean])[] = [
  ['SELECT * { ?s ?p ?o }', false],
  ['# Which people come from there?\nSELECT * { ?s ?p ?o }', false],
  ['SELECT (NOW() AS ?now) {}', true],
  ['SELECT (RAND() AS ?any) {}', true],
  ['SELECT * { SERVICE <https://elsewhere.example/sparql> { ?s ?p ?o } }', true],
  ['SELECT * { SERVICE SILENT wd:Q1 { ?s ?p ?o } }', true],
  ['SELECT * { SERVICE wikibase:label { bd:serviceParam wikibase:language "en" } }', false],
  ['SELECT * FROM <https://elsewhere.example/data.ttl> { ?s ?p ?o }', true],
  ['SELECT * FROM NAMED wd:Q1 { GRAPH ?g { ?s ?p ?o } }', true],
]

const prefixes = {
  wd: 'http://www.wikidata.org/entity/',
  bd: 'http://www.bigdata.com/rdf#',
  wikibase: 'http://wikiba.se/ontology#',
}

describe('describeQueries', () => {
  for (const [text, expected] of cases) {
    it(`says that the answer of ${text} ${expected ? 'may change' : 'stays'}`, async () => {
      const saved = { name: 'it', question: 'What?', parameters: [], text, file: 'it.rq' }
      const queries = new Map([['it', saved]])
      const described = describeQueries({ ...(await versionOf([])), prefixes, queries })
      strictEqual(described.get('it')?.isVolatile, expected)
    })
  }
})
