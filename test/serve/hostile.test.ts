import { ok, strictEqual } from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { createServer } from '../../src/serve/server.ts'
import type { UsineServer } from '../../src/serve/server.ts'

const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index))

const anything = '?s ?p ?o . ?a ?b ?c . ?d ?e ?f . ?g ?h ?i .'

/** Queries that try to hang or exhaust a server, by how they try it. */
const attacks: Readonly<Record<string, string>> = {
  'a cartesian product that is counted': `SELECT (COUNT(*) AS ?n) { ${anything} }`,
  'a cartesian product that is sorted': `SELECT * { ${anything} } ORDER BY ?o ?c ?f`,
  'a cartesian product that is made distinct': `SELECT DISTINCT ?s ?b ?f ?i { ${anything} }`,
  'a cartesian product that is sent': `SELECT * { ${anything} }`,
  'a path of stars in stars': 'SELECT (COUNT(*) AS ?n) { ?x ((!<urn:x>*)*|(^!<urn:x>*)*)* ?y }',
  'a path in both directions': 'SELECT * { ?x (<>|!<>|^<>)* ?y . ?y (<>|!<>)* ?z }',
  'a regex without end': `SELECT * { BIND("${'a'.repeat(60)}!" AS ?x) FILTER(REGEX(?x, "^(a+)+$")) }`,
  'a replacement without end': `SELECT (REPLACE("${'a'.repeat(60)}!", "(a|a)*$", "b") AS ?x) {}`,
  '10,000 unions': `SELECT * { ${many(10_000, () => '{ ?s ?p ?o }').join(' UNION ')} }`,
  '2,000 optionals': `SELECT * { ?s ?p ?o ${many(2000, (index) => `OPTIONAL { ?s ?p${index} ?o${index} }`).join(' ')} }`,
  'a group that is concatenated': `SELECT (GROUP_CONCAT(CONCAT(STR(?o), STR(?c))) AS ?x) { ${anything} }`,
  'a text that is doubled': `SELECT (STRLEN(UCASE(?t32)) AS ?n) { BIND("abcdefgh" AS ?t0) ${many(32, (index) => `BIND(CONCAT(?t${index}, ?t${index}) AS ?t${index + 1})`).join(' ')} }`,
  'deep nesting': `SELECT * ${'{'.repeat(20_000)} ?s ?p ?o ${'}'.repeat(20_000)}`,
  'deep expressions': `ASK { FILTER(${'('.repeat(20_000)}1${')'.repeat(20_000)}) }`,
  'a text of 10 MB': `SELECT * { ?s ?p "${'x'.repeat(10_000_000)}" }`,
}

/** How often each of them is sent; `USINE_HOSTILE_ROUNDS=14` sends more than 200. */
const rounds = Number(process.env.USINE_HOSTILE_ROUNDS ?? 1)

/** More than any document takes on a machine that is busy with other tests; what it took is printed. */
const GENEROUS_MS = 5000

describe('a server under hostile queries', function () {
  this.timeout(600_000)
  let server: UsineServer
  let address: string

  before(async () => {
    server = await createServer({
      directory: '.',
      host: '127.0.0.1',
      port: 0,
      allowedHosts: [],
      watch: false,
      workers: 2,
      programVersion: 'test',
      limits: { queryTimeout: 1, queryMemory: 128, queryBytes: 2_000_000, queueTimeout: 500 },
    })
    address = await server.listen()
    strictEqual(await ask('ASK {}'), '200')
  })

  after(() => server.close())

  async function ask(query: string): Promise<string> {
    const response = await fetch(`${address}/sparql`, {
      method: 'POST',
      headers: { 'content-type': 'application/sparql-query' },
      body: query,
    })
    try {
      await response.arrayBuffer()
      return String(response.status)
    } catch {
      return 'cut off'
    }
  }

  /** Asks for a document every 100 ms, as people do, and remembers how long each answer took. */
  function poll() {
    const times: number[] = []
    const errors: string[] = []
    let isOver = false
    const run = async () => {
      while (!isOver) {
        const start = performance.now()
        const response = await fetch(`${address}/data/flins.ttl`)
        const text = await response.text()
        if (response.status !== 200 || text.length < 1000) errors.push(String(response.status))
        times.push(performance.now() - start)
        await wait(100)
      }
    }
    const running = run()
    return async () => {
      isOver = true
      await running
      return { times: times.sort((a, b) => a - b), errors }
    }
  }

  it('answers others, stops each of them, and has all workers afterwards', async function () {
    const before = process.memoryUsage.rss()
    const stop = poll()
    const all = many(rounds, () => '').flatMap(() => Object.entries(attacks))
    const outcomes = await Promise.all(
      all.map(async ([name, query]) => [name, await ask(query)] as const),
    )
    const { times, errors } = await stop()
    for (const [name, outcome] of outcomes) {
      ok(['200', '400', '413', '503', 'cut off'].includes(outcome), `${name}: ${outcome}`)
    }
    strictEqual(errors.join(), '')
    const slowest = times[Math.floor(times.length * 0.99)] ?? 0
    console.log(`      ${times.length} documents, 99th percentile ${Math.round(slowest)} ms`)
    console.log(`      ${outcomes.map(([name, outcome]) => `${name}: ${outcome}`).join('; ')}`)
    ok(slowest < GENEROUS_MS, `99th percentile ${slowest} ms`)

    while (server.context.queries.stats.ready < 3) await wait(100)
    const { workers, busy, queued } = server.context.queries.stats
    strictEqual([workers, busy, queued].join(), '3,0,0')
    strictEqual(await ask('ASK {}'), '200')
    const grown = process.memoryUsage.rss() / before
    ok(grown < 2, `memory grew to ${grown.toFixed(2)} times what it was`)
  })
})
