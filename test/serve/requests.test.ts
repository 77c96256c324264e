import { deepStrictEqual, match, notStrictEqual, ok, strictEqual } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { table } from './request-table.ts'
import type { Method, Row } from './request-table.ts'
import { serveFlins } from './support/serve-flins.ts'

const moves = 'redirects: { old-flins: flins, older-flins: old-flins }\ngone: [lost]\n'

describe('requests', () => {
  let server: Awaited<ReturnType<typeof serveFlins>>
  before(async () => {
    server = await serveFlins(moves)
  })
  after(() => server.close())

  const ask = (url: string, headers: Record<string, string> = {}, method: Method = 'GET') =>
    server.app.inject({ method, url, headers })

  it('has at least 120 rows', () => {
    ok(table.length >= 120, String(table.length))
  })

  for (const row of table) {
    it(describeRow(row), async () => {
      const { method = 'GET', path, headers = {}, status, type, has = {} } = row
      const answer = await ask(path, headers, method)
      strictEqual(answer.statusCode, status, answer.body.slice(0, 500))
      if (type !== undefined) match(String(answer.headers['content-type']), startsWith(type))
      for (const [name, expected] of Object.entries(has)) {
        const value = answer.headers[name]
        if (expected instanceof RegExp) match(String(value), expected, name)
        else strictEqual(value === undefined ? value : String(value), expected, name)
      }
      strictEqual(answer.headers['x-content-type-options'], 'nosniff')
      strictEqual(answer.headers['access-control-allow-origin'], '*')
      if (method === 'HEAD' || status === 304) strictEqual(answer.body, '')
      if (type === 'application/problem+json') checkProblem(answer.json(), status)
    })
  }

  it('answers HEAD with the headers of GET', async () => {
    for (const url of ['/data/flins', '/page/flins', '/dataset', '/dump.nq', '/entity/flins']) {
      const [get, head] = [await ask(url), await ask(url, {}, 'HEAD')]
      const same = { date: '', 'x-request-id': '' }
      deepStrictEqual({ ...head.headers, ...same }, { ...get.headers, ...same }, url)
    }
  })

  it('gives every format, view and coding an entity tag of its own', async () => {
    const tags = new Set<unknown>()
    let count = 0
    for (const extension of ['ttl', 'nt', 'nq', 'trig', 'jsonld', 'rdf']) {
      for (const view of ['', '?view=wikibase', '?view=schema']) {
        for (const coding of ['identity', 'gzip', 'br']) {
          const answer = await ask(`/data/flins.${extension}${view}`, { 'accept-encoding': coding })
          tags.add(answer.headers.etag)
          count += 1
        }
      }
    }
    strictEqual(tags.size, count)
  })

  it('answers 404 for what is not there, whatever its client has', async () => {
    const conditions = [
      { 'if-none-match': '*' },
      { 'if-modified-since': 'Thu, 01 Jan 2037 00:00:00 GMT' },
      { 'if-match': '*' },
    ]
    for (const url of ['/browse/class/nothing', '/browse/property/nothing', '/sitemap-9.xml']) {
      for (const headers of conditions) {
        strictEqual((await ask(url, headers)).statusCode, 404, url)
      }
    }
  })

  it('says that pages of errors depend on the language, and in which one they are', async () => {
    for (const language of ['en', 'fr']) {
      const headers = { accept: 'text/html', 'accept-language': language }
      const answer = await ask('/page/nothing', headers)
      strictEqual(answer.headers['content-language'], language)
      match(String(answer.headers.vary), /\bAccept-Language\b/)
    }
    const { headers } = await ask('/page/nothing')
    strictEqual(headers['content-language'], undefined)
    ok(!String(headers.vary).includes('Accept-Language'))
  })

  it('marks what it says in English on pages in another language', async () => {
    for (const url of ['/nothing', '/limits']) {
      const { body } = await ask(url, { accept: 'text/html', 'accept-language': 'fr' })
      match(body, /<html lang="fr"/)
      match(body, /<h1 lang="en"/)
    }
  })

  it('gives other tags to what another start of the same site answers otherwise', async () => {
    const other = await serveFlins(moves, {
      workers: 2,
      scratch: { token: 'secret' },
    })
    try {
      for (const [url, accept] of [
        ['/page/flins', 'text/html'],
        ['/limits', 'text/html'],
        ['/limits', 'application/json'],
      ] as const) {
        const headers = { accept }
        const { headers: its } = await other.app.inject({ url, headers })
        notStrictEqual(its.etag, (await ask(url, headers)).headers.etag, `${url} ${accept}`)
      }
    } finally {
      await other.close()
    }
  })

  it('answers 304 to the tag it gave, weak or in a list, and to its date', async () => {
    const { headers } = await ask('/data/flins.ttl')
    const etag = String(headers.etag)
    for (const tags of [etag, `W/${etag}`, `"a", ${etag}`]) {
      const answer = await ask('/data/flins.ttl', { 'if-none-match': tags })
      strictEqual(answer.statusCode, 304)
      strictEqual(answer.headers.etag, etag)
      strictEqual(answer.headers.vary, headers.vary)
      strictEqual(answer.headers['content-location'], headers['content-location'])
    }
    const since = { 'if-modified-since': String(headers['last-modified']) }
    strictEqual((await ask('/data/flins.ttl', since)).statusCode, 304)
    const other = await ask('/data/flins.nt', { 'if-none-match': etag })
    strictEqual(other.statusCode, 200)
  })

  it('sends the same document in every coding', async () => {
    const plain = await ask('/data/flins.ttl')
    const zipped = await ask('/data/flins.ttl', { 'accept-encoding': 'gzip' })
    const packed = await ask('/data/flins.ttl', { 'accept-encoding': 'br' })
    strictEqual(gunzipSync(zipped.rawPayload).toString(), plain.body)
    strictEqual(brotliDecompressSync(packed.rawPayload).toString(), plain.body)
    notStrictEqual(zipped.headers.etag, plain.headers.etag)
  })

  it('gives dumps whose checksums and parts are right', async () => {
    const whole = await ask('/dump.nq')
    const sum = createHash('sha256').update(whole.rawPayload).digest('hex')
    strictEqual((await ask('/dump.nq.sha256')).body, `${sum}  dump.nq\n`)
    const etag = String(whole.headers.etag)
    const part = await ask('/dump.nq', { range: 'bytes=100-199', 'if-range': etag })
    strictEqual(part.statusCode, 206)
    deepStrictEqual(part.rawPayload, whole.rawPayload.subarray(100, 200))
    strictEqual(part.headers['repr-digest'], whole.headers['repr-digest'])
    deepStrictEqual(gunzipSync((await ask('/dump.nq.gz')).rawPayload), whole.rawPayload)
  })

  it('carries the base of the site whatever the Host header says', async () => {
    for (const url of [
      '/data/flins.nt',
      '/dataset',
      '/sitemap.xml',
      '/linkset/flins',
      '/page/flins',
    ]) {
      const answer = await ask(url, { host: 'evil.example', 'x-forwarded-host': 'evil.example' })
      strictEqual(answer.statusCode, 200)
      ok(!`${answer.body}${JSON.stringify(answer.headers)}`.includes('evil.example'), url)
      ok(answer.body.includes('https://flins.example/'), url)
    }
  })

  it('dereferences every IRI of its own that the documents of an entity name', async () => {
    const { body } = await ask('/data/flins.nt')
    const iris = new Set(
      [...body.matchAll(/<https:\/\/flins\.example\/([^>#]*)[^>]*>/g)].map(([, path]) => path),
    )
    for (const path of iris) {
      const answer = await ask(`/${path}`, { accept: 'text/turtle' })
      ok([200, 303].includes(answer.statusCode), `${path} ${answer.statusCode}`)
    }
  })

  it('lists all there is, for programs and for people, where nothing is acceptable', async () => {
    const answer = await ask('/data/flins', { accept: 'image/png' })
    const { alternatives } = answer.json<{ alternatives: { href: string; type: string }[] }>()
    strictEqual(alternatives.length, 8)
    for (const { href, type } of alternatives) {
      match(String((await ask(href)).headers['content-type']), startsWith(type))
    }
    const page = await ask('/data/flins.ttl?view=neither', { accept: 'text/html' })
    for (const { href } of alternatives) ok(page.body.includes(href), href)
  })
})

function checkProblem(problem: Record<string, unknown>, status: number): void {
  strictEqual(problem.status, status)
  for (const key of ['type', 'title', 'detail', 'instance']) ok(key in problem, key)
}

const startsWith = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.+*?^$(){}|[\]\\]/g, '\\$&')}`)

function describeRow({ method = 'GET', path, headers, status, type }: Row): string {
  const more = headers ? JSON.stringify(headers) : ''
  return `${method} ${path.slice(0, 60)} ${more} -> ${status} ${type ?? ''}`
}
