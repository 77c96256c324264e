import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { createServer } from '../../src/serve/server.ts'
import type { UsineServer } from '../../src/serve/server.ts'

const TOKEN = 'a-token'
const json = 'application/sparql-results+json'
const select = 'SELECT ?s { ?s ?p ?o } LIMIT 1'
const form = 'application/x-www-form-urlencoded'

interface Case {
  readonly says: string
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | 'PATCH'
  readonly url?: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  readonly status: number
  readonly type?: string
  /** Headers by name; undefined where there must be none. */
  readonly has?: Readonly<Record<string, string | undefined>>
  readonly text?: RegExp
}

const get = (query: string, accept?: string): Pick<Case, 'query' | 'headers'> => ({
  query: { query },
  headers: accept === undefined ? {} : { accept },
})

const post = (type: string, body: string | Buffer): Pick<Case, 'method' | 'headers' | 'body'> => ({
  method: 'POST',
  headers: { 'content-type': type },
  body,
})

/** What the endpoint answers, whoever asks. */
const cases: readonly Case[] = [
  { says: 'SELECT in JSON', ...get(select), status: 200, type: json },
  {
    says: 'SELECT in JSON to application/json',
    ...get(select, 'application/json'),
    status: 200,
    type: json,
  },
  {
    says: 'no length to HEAD, since it is not known',
    method: 'HEAD',
    query: { query: select },
    status: 200,
    type: json,
    has: { 'content-length': undefined },
  },
  {
    says: 'gzip to who takes it',
    query: { query: 'ASK {}' },
    headers: { 'accept-encoding': 'br, gzip;q=0.1' },
    status: 200,
    has: { 'content-encoding': 'gzip', vary: 'Accept, Accept-Encoding, Accept-Language' },
  },
  {
    says: 'no gzip to who takes brotli only',
    query: { query: 'ASK {}' },
    headers: { 'accept-encoding': 'br' },
    status: 200,
    has: { 'content-encoding': undefined },
    text: /true/,
  },
  {
    says: '415 to a compressed query',
    method: 'POST',
    headers: { 'content-type': 'application/sparql-query', 'content-encoding': 'gzip' },
    body: 'ASK {}',
    status: 415,
    has: { 'accept-encoding': 'identity' },
    text: /ERR_REQUEST_CODING/,
  },
  {
    says: '413 to a body of which not all is read',
    ...post('application/sparql-query', 'ASK {} #'.repeat(500_000)),
    status: 413,
    text: /ERR_BODY_TOO_LONG/,
  },
  {
    says: 'SELECT in XML',
    ...get(select, 'application/sparql-results+xml'),
    status: 200,
    type: 'application/sparql-results+xml',
  },
  {
    says: 'SELECT in CSV',
    ...get(select, 'text/csv'),
    status: 200,
    type: 'text/csv; charset=utf-8',
  },
  {
    says: 'SELECT in TSV',
    ...get(select, 'text/tab-separated-values'),
    status: 200,
    type: 'text/tab-separated-values; charset=utf-8',
  },
  {
    says: 'what is wanted most',
    ...get(select, 'text/csv;q=0.5, application/sparql-results+xml'),
    status: 200,
    type: 'application/sparql-results+xml',
  },
  { says: 'nothing in a picture', ...get(select, 'image/png'), status: 406 },
  { says: 'no ASK in CSV', ...get('ASK {}', 'text/csv'), status: 406 },
  {
    says: 'no CONSTRUCT in JSON results',
    ...get('CONSTRUCT WHERE { ?s ?p ?o }', json),
    status: 406,
  },
  {
    says: 'CONSTRUCT in Turtle',
    ...get('CONSTRUCT WHERE { ?s ?p ?o } LIMIT 3'),
    status: 200,
    type: 'text/turtle; charset=utf-8',
  },
  {
    says: 'CONSTRUCT in JSON-LD',
    ...get('CONSTRUCT WHERE { ?s ?p ?o } LIMIT 3', 'application/ld+json'),
    status: 200,
    type: 'application/ld+json',
  },
  {
    says: 'DESCRIBE in RDF/XML',
    ...get('DESCRIBE :flins', 'application/rdf+xml'),
    status: 200,
    type: 'application/rdf+xml',
  },
  {
    says: 'the format of the URL',
    query: { query: select, format: 'csv' },
    status: 200,
    type: 'text/csv; charset=utf-8',
  },
  {
    says: '406 to a format of graphs for rows',
    query: { query: select, format: 'turtle' },
    status: 406,
  },
  {
    says: 'the place of a mistake',
    ...get('SELECT *\n{ ?s ?p '),
    status: 400,
    text: /Line 2, column \d+/,
  },
  { says: '400 to two queries', url: `/sparql?query=ASK%7B%7D&query=ASK%7B%7D`, status: 400 },
  { says: '400 to a query that is no UTF-8', url: '/sparql?query=ASK%20%FF', status: 400 },
  { says: '400 to an update in a URL', query: { update: 'CLEAR ALL' }, status: 400 },
  { says: 'a form', ...post(form, 'query=ASK%20%7B%7D'), status: 200, type: json },
  {
    says: 'a posted query',
    ...post('application/sparql-query', 'ASK {}'),
    status: 200,
    type: json,
  },
  {
    says: 'a posted query in UTF-8',
    ...post('application/sparql-query; charset=UTF-8', 'ASK {}'),
    status: 200,
  },
  {
    says: '400 to UTF-16',
    ...post('application/sparql-query; charset=UTF-16', Buffer.from('ASK {}', 'utf16le')),
    status: 400,
  },
  {
    says: '400 to bytes that are no UTF-8',
    ...post('application/sparql-query', Buffer.from([0x41, 0xff])),
    status: 400,
  },
  {
    says: '415 to text',
    ...post('text/plain', 'ASK {}'),
    status: 415,
    has: { 'accept-post': `${form}, application/sparql-query, application/sparql-update` },
  },
  {
    says: '413 to a long query',
    ...post('application/sparql-query', `ASK { ?s ?p "${'x'.repeat(2_000_000)}" }`),
    status: 413,
  },
  { says: '405 to PUT', method: 'PUT', status: 405, has: { allow: 'GET, HEAD, POST, OPTIONS' } },
  {
    says: 'preflight requests',
    method: 'OPTIONS',
    status: 204,
    has: { 'access-control-allow-methods': 'GET, HEAD, POST, OPTIONS' },
  },
  { says: 'HEAD', method: 'HEAD', ...get(select), status: 200, type: json, text: /^$/ },
  {
    says: '403 to SERVICE',
    ...get('SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }'),
    status: 403,
    text: /SERVICE/,
  },
  {
    says: 'the description of the service',
    headers: { accept: 'text/turtle' },
    status: 200,
    type: 'text/turtle; charset=utf-8',
    text: /sd:UnionDefaultGraph/,
  },
  {
    says: 'the description in JSON-LD',
    headers: { accept: 'application/ld+json' },
    status: 200,
    type: 'application/ld+json',
  },
  {
    says: 'a form for people',
    headers: { accept: 'text/html,*/*;q=0.8' },
    status: 200,
    type: 'text/html; charset=utf-8',
    text: /<textarea/,
  },
]

/** What only the read-only endpoint answers. */
const readOnly: readonly Case[] = [
  {
    says: '403 to an update',
    ...post('application/sparql-update', 'CLEAR ALL'),
    status: 403,
    text: /read-only/,
  },
  {
    says: '403 to an update in a form',
    ...post(form, 'update=CLEAR+ALL'),
    status: 403,
    text: /read-only/,
  },
  {
    says: '403 to FROM of another graph',
    ...get('SELECT * FROM <http://127.0.0.1:9/x> { ?s ?p ?o }'),
    status: 403,
    text: /nothing is fetched/,
  },
  {
    says: '403 to default-graph-uri of another graph',
    query: { query: select, 'default-graph-uri': 'http://127.0.0.1:9/x' },
    status: 403,
  },
  { says: '403 to the graph store', url: '/graph-store?default', status: 403, text: /read-only/ },
]

/** What the writable copy answers. */
const writable: readonly Case[] = [
  {
    says: '401 without a token',
    ...post('application/sparql-update', 'CLEAR ALL'),
    status: 401,
    has: { 'www-authenticate': 'Bearer realm="usine scratch"' },
  },
  {
    says: '401 with another token',
    ...post('application/sparql-update', 'CLEAR ALL'),
    headers: { 'content-type': 'application/sparql-update', authorization: 'Bearer x' },
    status: 401,
    has: { 'www-authenticate': 'Bearer realm="usine scratch", error="invalid_token"' },
  },
  {
    says: 'in each answer that it forgets',
    ...get('ASK {}'),
    status: 200,
    has: { 'usine-scratch': 'in memory; forgotten on exit' },
  },
  {
    says: '204 to an update',
    method: 'POST',
    headers: { 'content-type': 'application/sparql-update', authorization: `Bearer ${TOKEN}` },
    body: 'INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> 1 } }',
    status: 204,
  },
  {
    says: 'what was inserted',
    ...get('ASK { GRAPH <urn:g> { <urn:s> <urn:p> 1 } }'),
    status: 200,
    text: /true/,
  },
  {
    says: '400 to a wrong update',
    method: 'POST',
    headers: { 'content-type': 'application/sparql-update', authorization: `Bearer ${TOKEN}` },
    body: 'INSERT DATA {',
    status: 400,
    text: /Line 1/,
  },
  {
    says: 'a graph',
    url: '/graph-store?graph=urn:g',
    headers: { accept: 'application/n-triples' },
    status: 200,
    type: 'application/n-triples',
    text: /^<urn:s> <urn:p> /,
  },
  { says: '404 to a graph that is not there', url: '/graph-store?graph=urn:nothing', status: 404 },
  { says: '400 to no graph', url: '/graph-store', status: 400 },
  {
    says: '401 to DELETE without a token',
    method: 'DELETE',
    url: '/graph-store?graph=urn:g',
    status: 401,
  },
  {
    says: '204 to DELETE',
    method: 'DELETE',
    url: '/graph-store?graph=urn:g',
    headers: { authorization: `Bearer ${TOKEN}` },
    status: 204,
  },
  { says: '404 afterwards', url: '/graph-store?graph=urn:g', status: 404 },
]

function start(scratch: boolean): Promise<UsineServer> {
  return createServer({
    directory: '.',
    host: '127.0.0.1',
    port: 0,
    allowedHosts: [],
    watch: false,
    workers: 1,
    programVersion: 'test',
    limits: { queueTimeout: 100 },
    ...(scratch && { scratch: { token: TOKEN } }),
  })
}

async function check(server: UsineServer, expected: Case): Promise<void> {
  const { method = 'GET', url = '/sparql', query = {}, headers = {}, body } = expected
  const response = await server.app.inject({
    method,
    url,
    query: { ...query },
    headers: { ...headers },
    ...(body !== undefined && { payload: body }),
  })
  strictEqual(response.statusCode, expected.status, response.body.slice(0, 300))
  if (expected.type !== undefined) strictEqual(response.headers['content-type'], expected.type)
  for (const [name, value] of Object.entries(expected.has ?? {})) {
    strictEqual(response.headers[name], value)
  }
  if (expected.text) match(response.body, expected.text)
  strictEqual(response.headers['access-control-allow-origin'], '*')
  strictEqual(response.headers['access-control-allow-credentials'], undefined)
  if (response.statusCode === 200) match(String(response.headers.vary), /Accept/)
}

describe('the SPARQL endpoint', function () {
  this.timeout(60_000)
  let server: UsineServer

  before(async () => {
    server = await start(false)
  })
  after(() => server.close())

  for (const each of [...cases, ...readOnly]) {
    it(`answers ${each.says}`, () => check(server, each))
  }

  const ask = async (query: string, headers: Record<string, string> = {}) => {
    const { body } = await server.app.inject({ url: '/sparql', query: { query }, headers })
    const { results } = JSON.parse(body) as {
      results: { bindings: Record<string, { value: string }>[] }
    }
    return results.bindings.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, { value }]) => [name, value])),
    )
  }

  it('labels as the Wikidata Query Service does', async () => {
    const rows = await ask(`SELECT ?x ?xLabel WHERE {
      hint:Query hint:optimizer "None" .
      VALUES ?x { :renault-dauphine wd:Q999999999 "text" }
      SERVICE wikibase:label { bd:serviceParam wikibase:language "fr,en" . }
    }`)
    deepStrictEqual(
      rows.map(({ xLabel }) => xLabel),
      ['Renault Dauphine', 'Q999999999', 'text'],
    )
  })

  it('labels in the language of the client, in filters and groups too', async () => {
    const rows = await ask(
      `SELECT ?name (COUNT(*) AS ?n) WHERE {
        VALUES ?x { :renault-dauphine }
        SERVICE wikibase:label {
          bd:serviceParam wikibase:language "[AUTO_LANGUAGE]" . ?x rdfs:label ?name
        }
        FILTER(CONTAINS(?name, "Dauphine"))
      } GROUP BY ?name`,
      { 'accept-language': 'de;q=0.1, en' },
    )
    deepStrictEqual(rows, [{ name: 'Renault Dauphine', n: '1' }])
  })

  it('sees only the graphs that the request names', async () => {
    const { base } = server.context.current()
    const count = async (parameters: Record<string, string>) => {
      const query = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'
      const { body } = await server.app.inject({ url: '/sparql', query: { query, ...parameters } })
      return Number(/"value":"(\d+)"/.exec(body)?.[1])
    }
    const all = await count({})
    const one = await count({ 'default-graph-uri': `${base}graph/schema` })
    const none = await count({ 'named-graph-uri': `${base}graph/schema` })
    ok(one > 0 && one < all)
    strictEqual(none, 0)
  })
})

describe('the writable copy', function () {
  this.timeout(60_000)
  let server: UsineServer

  before(async () => {
    server = await start(true)
  })
  after(() => server.close())

  for (const each of writable) {
    it(`answers ${each.says}`, () => check(server, each))
  }
})
