import { match, notStrictEqual, strictEqual } from 'node:assert/strict'
import { startServer } from './support/live-server.ts'
import { serveFlins } from './support/serve-flins.ts'

const TOKEN = 'a-token-for-tests'
const GRAPH = '/graph-store?graph=urn:g'

interface Asking {
  readonly method?: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'
  readonly url?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

describe('the graph store', function () {
  this.timeout(60_000)
  let server: Awaited<ReturnType<typeof serveFlins>>

  before(async () => {
    server = await serveFlins('', { scratch: { token: TOKEN } })
  })
  after(() => server.close())

  const ask = ({ method = 'GET', url = GRAPH, headers = {}, body }: Asking) =>
    server.app.inject({
      method,
      url,
      headers: {
        accept: 'text/turtle',
        'content-type': 'text/turtle',
        authorization: `Bearer ${TOKEN}`,
        ...headers,
      },
      ...(body !== undefined && { payload: body }),
    })
  const put = (body: string, headers: Record<string, string> = {}) =>
    ask({ method: 'PUT', body, headers })
  const tag = async (headers: Record<string, string> = {}) =>
    String((await ask({ headers })).headers.etag)

  it('makes a graph only where there is none, if asked so', async () => {
    strictEqual((await put('<a> <b> 1 .', { 'if-none-match': '*' })).statusCode, 201)
    const again = await put('<a> <b> 2 .', { 'if-none-match': '*' })
    strictEqual(again.statusCode, 412)
    match(again.body, /ERR_PRECONDITION_FAILED/)
    match((await ask({})).body, / 1 ?\./)
  })

  it('replaces a graph only where it is as the client knows it', async () => {
    await put('<a> <b> 1 .')
    const known = await tag()
    strictEqual((await put('<a> <b> 2 .', { 'if-match': known })).statusCode, 204)
    strictEqual((await put('<a> <b> 3 .', { 'if-match': known })).statusCode, 412)
    const other = { method: 'DELETE', headers: { 'if-match': known } } as const
    strictEqual((await ask(other)).statusCode, 412)
    match((await ask({})).body, / 2 ?\./)
  })

  it('lets one of two who write at once know that the other was first', async () => {
    await put('<a> <b> 1 .')
    const known = await tag()
    const answers = await Promise.all(
      ['2', '3'].map((value) => put(`<a> <b> ${value} .`, { 'if-match': known })),
    )
    strictEqual(
      answers
        .map(({ statusCode }) => statusCode)
        .sort((a, b) => a - b)
        .join(' '),
      '204 412',
    )
  })

  it('knows a tag whatever the format it came with', async () => {
    await put('<a> <b> 1 .')
    const [turtle, triples, zipped] = [
      await tag(),
      await tag({ accept: 'application/n-triples' }),
      await tag({ 'accept-encoding': 'gzip' }),
    ]
    notStrictEqual(turtle, triples)
    notStrictEqual(turtle, zipped)
    strictEqual((await put('<a> <b> 2 .', { 'if-match': triples })).statusCode, 204)
  })

  it('does not take the tag of another graph, or a weak one', async () => {
    await put('<a> <b> 1 .')
    const known = await tag()
    const elsewhere = { method: 'PUT', url: '/graph-store?graph=urn:h', body: '' } as const
    strictEqual((await ask({ ...elsewhere, headers: { 'if-match': known } })).statusCode, 412)
    strictEqual((await ask({ ...elsewhere, headers: { 'if-match': '*' } })).statusCode, 412)
    strictEqual((await put('<a> <b> 2 .', { 'if-match': `W/${known}` })).statusCode, 412)
  })

  it('answers 304 to who has the graph already', async () => {
    await put('<a> <b> 1 .')
    const known = await tag()
    const same = await ask({ headers: { 'if-none-match': known } })
    strictEqual(same.statusCode, 304)
    strictEqual(same.headers.etag, known)
    strictEqual((await ask({ headers: { 'if-match': '"other"' } })).statusCode, 412)
    await put('<a> <b> 2 .')
    strictEqual((await ask({ headers: { 'if-none-match': known } })).statusCode, 200)
  })

  it('says nothing of the length of what HEAD does not send', async () => {
    const head = await ask({ method: 'HEAD' })
    strictEqual(head.statusCode, 200)
    strictEqual(head.headers['content-length'], undefined)
    strictEqual(head.headers['content-type'], 'text/turtle; charset=utf-8')
  })

  it('reads no compressed body', async () => {
    const answer = await put('x', { 'content-encoding': 'gzip' })
    strictEqual(answer.statusCode, 415)
    strictEqual(answer.headers['accept-encoding'], 'identity')
  })

  it('says in each line of its log that it forgets', async () => {
    const copy = await startServer(server.directory, { scratch: { token: TOKEN } })
    try {
      await (await copy.fetch('/page/flins')).text()
      const lines = copy.log().trim().split('\n')
      for (const line of lines) match(line, /"copy":"in memory, forgotten on exit"/)
    } finally {
      await copy.close()
    }
  })

  it('leads to a graph that it named itself, by its IRI and by its path', async () => {
    const made = await ask({ method: 'POST', url: '/graph-store', body: '<a> <b> 7 .' })
    strictEqual(made.statusCode, 201)
    const iri = new URL(String(made.headers.location))
    match(iri.href, /^https:\/\/flins\.example\/graph-store\/[\w-]+$/)
    for (const url of [iri.pathname, `/graph-store?graph=${encodeURIComponent(iri.href)}`]) {
      match((await ask({ url })).body, / 7 ?\./)
    }
  })
})
