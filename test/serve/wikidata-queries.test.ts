import { ok, strictEqual } from 'node:assert/strict'
import { serveFlins } from './support/serve-flins.ts'

const label = (languages: string) =>
  `SERVICE wikibase:label { bd:serviceParam wikibase:language "${languages}". }`

/** Queries as people write them for the Wikidata Query Service, with how many rows they have here, at least. */
const queries: readonly (readonly [says: string, query: string, rows: number])[] = [
  [
    'items and their labels',
    `SELECT ?item ?itemLabel WHERE { ?item wdt:P31 ?class. ${label('[AUTO_LANGUAGE],mul,en')} } LIMIT 5`,
    5,
  ],
  [
    'labels, descriptions and aliases, counted and sorted',
    `#Architects
    SELECT ?item ?itemLabel ?itemDescription ?itemAltLabel (COUNT(?architect) AS ?n) WHERE {
      ?item wdt:P84 ?architect . ${label('fr,en')}
    } GROUP BY ?item ?itemLabel ?itemDescription ?itemAltLabel ORDER BY DESC(?n)`,
    1,
  ],
  [
    'statements with qualifiers and ranks',
    `SELECT ?value ?valueLabel ?start ?end ?rank WHERE {
      ?item p:P1056 ?statement .
      ?statement ps:P1056 ?value ; wikibase:rank ?rank .
      OPTIONAL { ?statement pq:P580 ?start }
      OPTIONAL { ?statement pq:P582 ?end }
      ${label('en')}
    } ORDER BY ?start`,
    10,
  ],
  [
    'instances of subclasses',
    `SELECT DISTINCT ?item ?itemLabel WHERE {
      ?item wdt:P31/wdt:P279* ?class . ?class rdfs:label ?name . FILTER(LANG(?name) = "en")
      ${label('en')}
    }`,
    5,
  ],
  [
    'amounts with their units, labelled by hand',
    `SELECT ?itemLabel ?amount ?unitLabel WHERE {
      ?item p:P2046/psv:P2046 [ wikibase:quantityAmount ?amount ; wikibase:quantityUnit ?unit ] .
      SERVICE wikibase:label {
        bd:serviceParam wikibase:language "en" .
        ?unit rdfs:label ?unitLabel . ?item rdfs:label ?itemLabel .
      }
    }`,
    3,
  ],
  [
    'hints of Blazegraph, which are left out',
    `SELECT ?item WHERE {
      hint:Query hint:optimizer "None" .
      ?item wdt:P84 ?architect . hint:Prior hint:runFirst true .
    }`,
    1,
  ],
  [
    'references',
    'SELECT ?value WHERE { ?item p:P84 ?st . ?st prov:wasDerivedFrom ?ref . ?ref ?pr ?value }',
    3,
  ],
  [
    'properties that an item has',
    `SELECT ?property ?propertyLabel (COUNT(*) AS ?n) WHERE {
      :flins ?p ?statement . ?property wikibase:claim ?p . ${label('en')}
    } GROUP BY ?property ?propertyLabel ORDER BY DESC(?n)`,
    10,
  ],
  [
    'dates with their precision',
    `SELECT ?item ?year ?precision WHERE {
      ?item p:P1619/psv:P1619 [ wikibase:timeValue ?time ; wikibase:timePrecision ?precision ] .
      BIND(YEAR(?time) AS ?year) FILTER(?time < "2000-01-01T00:00:00Z"^^xsd:dateTime)
    }`,
    1,
  ],
  [
    'aliases in one line, without what is built by someone',
    `SELECT ?item (GROUP_CONCAT(DISTINCT ?alias; separator=", ") AS ?aliases) WHERE {
      ?item wdt:P31 ?class . OPTIONAL { ?item skos:altLabel ?alias FILTER(LANG(?alias) = "en") }
      MINUS { ?item wdt:P84 [] }
    } GROUP BY ?item HAVING(COUNT(?alias) > 0)`,
    1,
  ],
  [
    'articles about items',
    `SELECT ?item ?name WHERE {
      OPTIONAL { ?article schema:about ?item ; schema:isPartOf <https://en.wikipedia.org/> ; schema:name ?name }
    }`,
    1,
  ],
]

describe('queries from the Wikidata Query Service', function () {
  this.timeout(60_000)
  let server: Awaited<ReturnType<typeof serveFlins>>
  before(async () => {
    server = await serveFlins()
  })
  after(() => server.close())

  for (const [says, query, rows] of queries) {
    it(`answers for ${says}`, async () => {
      const answer = await server.app.inject({ url: '/sparql', query: { query } })
      strictEqual(answer.statusCode, 200, answer.body)
      const { results } = answer.json<{ results: { bindings: unknown[] } }>()
      ok(results.bindings.length >= rows, `${results.bindings.length} rows`)
    })
  }
})
