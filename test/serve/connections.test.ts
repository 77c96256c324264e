import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { endServing, startServing } from '../e2e/serving.ts'
import type { Serving } from '../e2e/serving.ts'
import { percentile99, poll } from './support/poller.ts'
import type { Polled } from './support/poller.ts'
import { drip, exchange, say, statusOf } from './support/raw-client.ts'
import type { Exchanged, Script } from './support/raw-client.ts'
import { copyFlins } from './support/serve-flins.ts'

const limits = `
limits:
  queryTimeout: 4
  headersTimeout: 5
  requestTimeout: 8
  connections: 800
`

const host = 'Host: flins.example\r\n'
const get = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\n${host}${headers}\r\n`
const post = (headers: string, body = '') =>
  `POST /sparql HTTP/1.1\r\n${host}Content-Type: application/sparql-query\r\n${headers}\r\n${body}`
const last = 'Connection: close\r\n'
const ENDLESS = 'SELECT * { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }'

/** Requests that are refused, and how. */
const refused: readonly (readonly [name: string, request: string, status: number])[] = [
  ['a percent sign that starts no code', get('/data/%zz', last), 400],
  ['a code that is no UTF-8', get('/data/%ff', last), 400],
  ['an encoded null byte', get('/data/fl%00ins', last), 404],
  ['a null byte in the path', get('/data/fl\0ins', last), 400],
  ['a null byte in a header', get('/health', 'X-A: b\0c\r\n'), 400],
  ['what is not HTTP', 'EHLO flins.example\r\n\r\n', 400],
  ['another version of HTTP', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['no Host', 'GET /health HTTP/1.1\r\n\r\n', 400],
  ['a path of 10,000 characters', get(`/data/${'a'.repeat(10_000)}`, last), 404],
  ['a path of 100,000 characters', get(`/data/${'a'.repeat(100_000)}`), 431],
  ['a query of 100,000 characters', get(`/sparql?query=${'a'.repeat(100_000)}`), 431],
  ['100,000 headers', get('/health', 'X-A: b\r\n'.repeat(100_000)), 431],
  ['a header of 100,000 characters', get('/health', `Cookie: ${'a'.repeat(100_000)}\r\n`), 431],
  ['two lengths', post('Content-Length: 6\r\nContent-Length: 7\r\n', 'ASK {}'), 400],
  ['a length and chunks', post('Content-Length: 6\r\nTransfer-Encoding: chunked\r\n', '0'), 400],
  ['a chunk without a length', post('Transfer-Encoding: chunked\r\n', 'ZZ\r\n\r\n'), 400],
  ['a body of 100 MB', post('Content-Length: 100000000\r\n', 'ASK {}'), 413],
  ['TRACE', `TRACE /health HTTP/1.1\r\n${host}${last}\r\n`, 405],
  ['a method of WebDAV', `PROPFIND /data/flins HTTP/1.1\r\n${host}${last}\r\n`, 501],
  ['a method of nobody', `BREW /coffee HTTP/1.1\r\n${host}\r\n`, 400],
]

/** Requests that never come to an end, each a little at a time. */
const slow: readonly (readonly [name: string, script: Script])[] = [
  ['nothing at all', say('')],
  ['headers, a byte a second', drip('GET /health HTTP/1.1\r\nX-A: ', 'a', 1000)],
  ['headers that never end', drip(`GET /health HTTP/1.1\r\n${host}`, 'X-A: b\r\n', 100)],
  ['a body, a byte a second', drip(post('Content-Length: 1000\r\n'), 'a', 1000)],
  ['chunks that never end', drip(post('Transfer-Encoding: chunked\r\n'), '1\r\na\r\n', 100)],
  ['less than was announced', say(post('Content-Length: 1000\r\n', 'ASK {}'))],
  [
    'a body that is refused',
    drip(`PUT /health HTTP/1.1\r\n${host}Content-Length: 1000\r\n\r\n`, 'a', 1000),
  ],
]

describe('connections', function () {
  this.timeout(180_000)
  let serving: Serving
  let directory: string
  let stop: () => Promise<Polled>

  before(async () => {
    directory = await copyFlins(limits)
    serving = await startServing([directory, '--json', '--workers', '1', '--log', 'error'])
    await fetch(`${serving.address}/sparql?query=ASK%7B%7D`).then((response) => response.text())
    stop = poll({
      url: `${serving.address}/data/flins.ttl`,
      judge: ({ status }, text) =>
        status === 200 && text.length > 1000 ? undefined : `${status}: ${text}`,
    })
  })

  after(async () => {
    await endServing(serving)
    await rm(directory, { recursive: true })
  })

  const open = (script: Script): Promise<Exchanged> => exchange(serving.address, script)

  /** Waits until no query runs or waits. */
  async function idle(): Promise<void> {
    for (;;) {
      const response = await fetch(`${serving.address}/health`)
      const { queries } = (await response.json()) as { queries: { busy: number; queued: number } }
      if (queries.busy + queries.queued === 0) return
      await wait(50)
    }
  }

  /** Waits until a query runs. */
  async function busy(): Promise<void> {
    for (;;) {
      const text = await (await fetch(`${serving.address}/health`)).text()
      if (text.includes('"busy":1')) return
      await wait(20)
    }
  }

  for (const [name, request, status] of refused) {
    it(`answers ${status} to ${name}, and closes`, async () => {
      const answer = await open(say(request))
      strictEqual(statusOf(answer), status)
      match(answer.text, /^connection: close\r$/im)
      if (name === 'no Host') return
      match(answer.text, /^content-type: application\/problem\+json/im)
      match(answer.text, new RegExp(`"status": ${status},`))
    })
  }

  it('closes a connection that asks for a tunnel', async () => {
    const { text } = await open(say(`CONNECT flins.example:443 HTTP/1.1\r\n${host}\r\n`))
    strictEqual(text, '')
  })

  it('cuts off requests that never come to an end', async () => {
    const answers = await Promise.all(
      slow.map(async ([name, script]) => [name, await open(script)] as const),
    )
    for (const [name, answer] of answers) {
      strictEqual(statusOf(answer), name === 'a body that is refused' ? 405 : 408, name)
      match(answer.text, /"code": "ERR_REQUEST_SLOW"/)
    }
    const longest = Math.max(...answers.map(([, { milliseconds }]) => milliseconds))
    console.log(`      the longest was open for ${Math.round(longest)} ms`)
  })

  it('answers 500 connections at the same time', async () => {
    const request = say(get('/data/flins.ttl', last))
    const answers = await Promise.all(Array.from({ length: 500 }, () => open(request)))
    deepStrictEqual([...new Set(answers.map(statusOf))], [200])
    const bodies = answers.map(({ text }) => text.slice(text.indexOf('\r\n\r\n')))
    strictEqual(new Set(bodies).size, 1)
  })

  it('answers 500 queries at the same time, or says when to come again', async () => {
    const request = say(get('/sparql?query=ASK%7B%7D', last))
    const answers = await Promise.all(Array.from({ length: 500 }, () => open(request)))
    for (const answer of answers) {
      if (statusOf(answer) === 200) match(answer.text, /"boolean":true/)
      // On a machine that other programs keep busy, even this query may take more than its time.
      else match(answer.text, /^HTTP\/1\.1 503 [^]*(?:^retry-after: \d+\r$|ERR_QUERY_TIMEOUT)/im)
    }
    ok(answers.some((answer) => statusOf(answer) === 200))
  })

  it('answers requests that come before the answers to others, in their order', async () => {
    const paths = ['/data/flins.ttl', '/nothing', '/sparql?query=ASK%7B%7D', '/health']
    const requests = Array.from({ length: 25 }, () => paths.map((path) => get(path)).join(''))
    const { text } = await open(say(requests.join('') + get('/health', last)))
    const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status)
    deepStrictEqual(statuses, [
      ...Array.from({ length: 25 }, () => ['200', '404', '200', '200']).flat(),
      '200',
    ])
  })

  it('answers what came before what is not HTTP', async () => {
    const answer = await open(say(`${get('/health')}nonsense\r\n\r\n`))
    strictEqual(statusOf(answer), 200)
    match(answer.text, /"status":"ok"/)
  })

  it('answers a document to who closes its half, and stops a query', async () => {
    const answer = await open((socket) => void socket.end(get('/data/flins.ttl')))
    ok([0, 200].includes(statusOf(answer)))
    const query = get(`/sparql?query=${encodeURIComponent(ENDLESS)}`)
    let half: Socket | undefined
    const closed = open((socket) => {
      half = socket
      socket.write(query)
    })
    await busy()
    half?.end()
    const { milliseconds } = await closed
    await idle()
    console.log(`      closed after ${Math.round(milliseconds)} ms`)
  })

  it('breaks an answer off that nobody reads, and is free for others', async () => {
    const { hostname, port } = new URL(serving.address)
    const socket = connect({ host: hostname, port: Number(port) })
    socket.on('error', () => undefined)
    socket.write(get(`/sparql?query=${encodeURIComponent(ENDLESS)}`, 'Accept: text/csv\r\n'))
    await busy()
    await idle()
    const response = await fetch(`${serving.address}/sparql?query=ASK%7B%7D`)
    strictEqual(response.status, 200)
    let tail = ''
    socket.setEncoding('latin1').on('data', (text: string) => (tail = (tail + text).slice(-50)))
    await new Promise((resolve) => socket.once('close', resolve))
    ok(!tail.endsWith('\r\n0\r\n\r\n'), 'half an answer ends as if it were whole')
  })

  it('has answered everybody else all the while', async () => {
    const polled = await stop()
    const time = Math.round(percentile99(polled))
    console.log(`      ${polled.times.length} documents, 99th percentile ${time} ms`)
    strictEqual(polled.problem, undefined)
  })

  it('refuses more connections than there may be, and takes new ones later', async () => {
    const all = Array.from({ length: 1000 }, () => open(say('')))
    const answers = await Promise.all(all)
    const refusedAtOnce = answers.filter(({ text }) => text === '').length
    ok(refusedAtOnce >= 200, `${refusedAtOnce} were refused`)
    strictEqual((await fetch(`${serving.address}/health`)).status, 200)
  })
})
