import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer as createListener } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { startServer } from '../support/live-server.ts'
import type { LiveServer } from '../support/live-server.ts'
import { copyFlins } from '../support/serve-flins.ts'

const TOKEN = 'a-token'

interface Problem {
  readonly status: number
  readonly code: string
  readonly detail: string
}

/** Sends a query or an update to a server. */
async function ask(
  server: LiveServer,
  parameters: Readonly<Record<string, string>>,
  accept = 'text/csv, application/n-triples;q=0.9, application/problem+json;q=0.5',
): Promise<{ readonly status: number; readonly body: string; readonly problem: Partial<Problem> }> {
  const response = await server.fetch('/sparql', {
    method: 'POST',
    body: new URLSearchParams(parameters),
    headers: { accept, authorization: `Bearer ${TOKEN}` },
  })
  const body = await response.text()
  const isProblem = response.headers.get('content-type')?.includes('problem') === true
  const problem = isProblem ? (JSON.parse(body) as Problem) : {}
  return { status: response.status, body, problem }
}

/** Ways to make a server fetch something, each with a URL. */
const attempts: Readonly<Record<string, (url: string) => Readonly<Record<string, string>>>> = {
  SERVICE: (url) => ({ query: `SELECT * { SERVICE <${url}> { ?s ?p ?o } }` }),
  'SERVICE SILENT': (url) => ({ query: `SELECT * { SERVICE SILENT <${url}> { ?s ?p ?o } }` }),
  'SERVICE of a variable': (url) => ({
    query: `SELECT * { VALUES ?e { <${url}> } SERVICE ?e { ?s ?p ?o } }`,
  }),
  'SERVICE SILENT of a variable': (url) => ({
    query: `SELECT * { VALUES ?e { <${url}> } SERVICE SILENT ?e { ?s ?p ?o } }`,
  }),
  'SERVICE in EXISTS': (url) => ({
    query: `SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <${url}> { ?s ?p ?o } } }`,
  }),
  'SERVICE in SERVICE': (url) => ({
    query: `SELECT * { SERVICE <http://good.test:PORT/sparql> { SERVICE <${url}> { ?s ?p ?o } } }`,
  }),
  FROM: (url) => ({ query: `SELECT * FROM <${url}> { ?s ?p ?o }` }),
  'FROM NAMED': (url) => ({ query: `SELECT * FROM NAMED <${url}> { GRAPH ?g { ?s ?p ?o } }` }),
  'default-graph-uri': (url) => ({ query: 'SELECT * { ?s ?p ?o }', 'default-graph-uri': url }),
  'named-graph-uri': (url) => ({
    query: 'SELECT * { GRAPH ?g { ?s ?p ?o } }',
    'named-graph-uri': url,
  }),
  LOAD: (url) => ({ update: `LOAD <${url}>` }),
  'LOAD SILENT': (url) => ({ update: `LOAD SILENT <${url}> INTO GRAPH <urn:loaded>` }),
  USING: (url) => ({
    update: `INSERT { <urn:x> ?p ?o } USING <${url}> WHERE { ?s ?p ?o }`,
  }),
  'SERVICE in an update': (url) => ({
    update: `INSERT { ?s ?p ?o } WHERE { SERVICE <${url}> { ?s ?p ?o } }`,
  }),
}

/** Forms of a target inside, each judged at another place; PORT is the one that the listener has. */
const targets: readonly string[] = [
  'http://127.0.0.1:PORT/',
  'http://2130706433:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://[::1]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  // The allow-list names it, and the system resolves it to loopback.
  'http://localhost:PORT/',
  'http://unlisted.test:PORT/',
  'http://good.test:1/',
  'http://user:secret@good.test:PORT/',
]

/** What is judged by its text alone, and when it is connected to. */
const refusals = ['ERR_QUERY_REFUSED', 'ERR_TARGET_REFUSED']

describe('what queries may not reach', function () {
  this.timeout(60_000)
  let connections = 0
  let port = 0
  let server: LiveServer
  let scratch: LiveServer
  const listener = createListener((socket) => {
    connections += 1
    socket.destroy()
  })

  before(async () => {
    await new Promise<void>((done) => listener.listen(0, done))
    port = (listener.address() as AddressInfo).port
    const hosts = ['127.0.0.1', '[::1]', 'localhost', 'good.test']
    const allowedHosts = hosts.map((host) => `${host}:${port}`)
    const directory = await copyFlins()
    server = await startServer(directory, { allowedHosts })
    scratch = await startServer(directory, { allowedHosts, scratch: { token: TOKEN } })
  })
  after(async () => {
    await server.close()
    await scratch.close()
    listener.close()
  })

  for (const [name, attempt] of Object.entries(attempts)) {
    it(`is refused, and not connected to, by ${name}`, async () => {
      for (const target of targets) {
        // Names inside another endpoint's part are its to resolve, once it is asked.
        if (target.includes('localhost') && name === 'SERVICE in SERVICE') continue
        const withPort = (text: string) => text.replaceAll('PORT', String(port))
        const entries = Object.entries(attempt(withPort(target)))
        const parameters = Object.fromEntries(entries.map(([key, value]) => [key, withPort(value)]))
        const answer = await ask('update' in parameters ? scratch : server, parameters)
        const { status, body, problem } = answer
        const isResolved = target.includes('localhost')
        // SILENT hides what is found out only once a name is resolved, as it hides that nobody answers; an update
        // that is silent succeeds whatever happens.
        if (isResolved && name === 'SERVICE SILENT') strictEqual(body, 's,p,o\r\n,,\r\n')
        else if (name === 'LOAD SILENT') strictEqual(status, 204)
        // A writable copy takes graphs that it does not know for empty ones.
        else if (name !== 'USING' || isResolved) {
          deepStrictEqual(
            [target, status, refusals.includes(problem.code ?? '')],
            [target, 403, true],
          )
        }
      }
      strictEqual(connections, 0)
    })
  }

  it('is named in the refusal, with the allow-list', async () => {
    const { problem } = await ask(server, attempts['SERVICE']?.('http://unlisted.test/') ?? {})
    match(problem.detail ?? '', /allow in usine\.yaml\) does not name unlisted\.test; it names/)
  })

  it('tells no address that a name resolves to', async () => {
    const { problem } = await ask(server, attempts['FROM']?.(`http://localhost:${port}/`) ?? {})
    match(problem.detail ?? '', /resolves to an address that is loopback$/)
  })
})

const RESULTS = 'application/sparql-results+json'
const JSONLD = 'application/ld+json'
const found = {
  head: { vars: ['s', 'n'] },
  results: {
    bindings: [{ s: { type: 'uri', value: 'urn:a' }, n: { type: 'literal', value: '7' } }],
  },
}

describe('what the allow-list names', function () {
  this.timeout(60_000)
  const requests: string[] = []
  const closed: string[] = []
  let port = 0
  let server: LiveServer

  const context = () => `http://good.test:${port}/context`
  const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
    '/sparql': (response) =>
      response.writeHead(200, { 'content-type': RESULTS }).end(JSON.stringify(found)),
    '/turtle': (response) =>
      response.writeHead(200, { 'content-type': 'text/turtle' }).end('<> <urn:n> "8", _:x .'),
    '/file.nt': (response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end('<urn:b> <urn:n> "9" .'),
    '/context': (response) =>
      response
        .writeHead(200, { 'content-type': JSONLD })
        .end(JSON.stringify({ '@context': { n: 'urn:n' } })),
    '/jsonld': (response) =>
      response
        .writeHead(200, { 'content-type': JSONLD })
        .end(JSON.stringify({ '@context': context(), '@id': 'urn:c', n: '10' })),
    '/foreign-context': (response) =>
      response
        .writeHead(200, { 'content-type': JSONLD })
        .end(JSON.stringify({ '@context': 'http://unlisted.test/', '@id': 'urn:c', n: '10' })),
    '/moved': (response) => response.writeHead(302, { location: '/turtle' }).end(),
    '/inside': (response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${port}/turtle` }).end(),
    '/page': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
    '/broken': (response) =>
      response.writeHead(200, { 'content-type': 'text/turtle' }).end('<urn:b> <urn:n>'),
    '/hanging': () => undefined,
  }
  const stub = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://good.test')
    requests.push(`${pathname} ${request.headers.host ?? ''}`)
    response.on('close', () => closed.push(pathname))
    answers[pathname]?.(response)
  })
  const url = (path: string) => `http://good.test:${port}${path}`
  const rows = async (query: string) => {
    const { status, body } = await ask(server, { query })
    strictEqual(status, 200, body)
    return body.trim().split('\r\n').slice(1).sort()
  }

  before(async () => {
    await new Promise<void>((done) => stub.listen(0, '127.0.0.1', done))
    port = (stub.address() as AddressInfo).port
    const allowedHosts = [`good.test:${port}=127.0.0.1`]
    server = await startServer(await copyFlins(), { allowedHosts, scratch: { token: TOKEN } })
  })
  after(async () => {
    await server.close()
    stub.closeAllConnections()
    stub.close()
  })
  beforeEach(() => {
    requests.length = 0
  })

  it('is asked by SERVICE, once', async () => {
    const query = `SELECT ?s ?n { SERVICE <${url('/sparql')}> { ?s <urn:n> ?n } }`
    deepStrictEqual(await rows(query), ['urn:a,7'])
    deepStrictEqual(requests, [`/sparql good.test:${port}`])
  })

  it('is the graph that FROM and FROM NAMED name', async () => {
    const one = `SELECT ?n FROM <${url('/turtle')}> { ?s <urn:n> ?n FILTER(ISLITERAL(?n)) }`
    deepStrictEqual(await rows(one), ['8'])
    const named = `SELECT ?g ?n FROM NAMED <${url('/file.nt')}> { GRAPH ?g { ?s <urn:n> ?n } }`
    deepStrictEqual(await rows(named), [`${url('/file.nt')},9`])
    deepStrictEqual(await rows('SELECT ?n { ?s <urn:n> ?n }'), [])
  })

  it('is joined with the graphs of the site', async () => {
    const graphs = `FROM <https://flins.example/graph/wikibase> FROM <${url('/moved')}>`
    const query = `SELECT ?n ${graphs} { :flins a ?class . ?s <urn:n> ?n FILTER(?n = "8") } LIMIT 1`
    deepStrictEqual(await rows(query), ['8'])
  })

  it('may hold JSON-LD with a context of the allow-list, and no other', async () => {
    deepStrictEqual(await rows(`SELECT ?n FROM <${url('/jsonld')}> { ?s <urn:n> ?n }`), ['10'])
    const { problem } = await ask(server, {
      query: `SELECT * FROM <${url('/foreign-context')}> { ?s ?p ?o }`,
    })
    deepStrictEqual([problem.status, problem.code], [403, 'ERR_TARGET_REFUSED'])
  })

  it('is loaded into the writable copy', async () => {
    const update = `LOAD <${url('/turtle')}> INTO GRAPH <urn:loaded>`
    strictEqual((await ask(server, { update })).status, 204)
    const query = 'SELECT ?n { GRAPH <urn:loaded> { ?s <urn:n> ?n FILTER(ISLITERAL(?n)) } }'
    deepStrictEqual(await rows(query), ['8'])
  })

  const failures: readonly (readonly [path: string, status: number, detail: RegExp])[] = [
    ['/inside', 403, /its address is loopback/],
    ['/page', 502, /text\/html, which is no RDF format/],
    ['/broken', 502, /Cannot fetch from .*\/broken/],
  ]
  for (const [path, status, detail] of failures) {
    it(`is an error where the document is not usable, at ${path}`, async () => {
      const query = `SELECT * FROM <${url(path)}> { ?s ?p ?o }`
      const { problem } = await ask(server, { query })
      strictEqual(problem.status, status)
      match(problem.detail ?? '', detail)
    })
  }

  it('leads nowhere else by redirects, also of endpoints', async () => {
    const query = `SELECT * { SERVICE <${url('/inside')}> { ?s <urn:n> ?n } }`
    const { problem } = await ask(server, { query })
    deepStrictEqual([problem.status, problem.code], [403, 'ERR_TARGET_REFUSED'])
    deepStrictEqual(requests, [`/inside good.test:${port}`])
  })

  it('is no longer waited for when nobody waits for the answer', async () => {
    const query = `SELECT * { SERVICE <${url('/hanging')}> { ?s <urn:n> ?n } }`
    const abort = new AbortController()
    const asked = server.fetch(`/sparql?${new URLSearchParams({ query }).toString()}`, {
      signal: abort.signal,
    })
    asked.catch(() => undefined)
    while (requests.length === 0) await wait(20)
    abort.abort()
    while (!closed.includes('/hanging')) await wait(20)
  })

  it('is told without its address', async () => {
    const limits = await (await server.fetch('/limits')).text()
    ok(limits.includes(`good.test:${port}"`), limits)
  })
})
