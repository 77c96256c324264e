import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { UsineError } from '../../../src/errors.ts'
import { packGraphs } from '../../../src/serve/workers/pack-graphs.ts'
import type { QueryJob } from '../../../src/serve/workers/messages.ts'
import { defaultWorkerLimits } from '../../../src/serve/workers/worker-limits.ts'
import { WorkerPool } from '../../../src/serve/workers/worker-pool.ts'

const { namedNode, literal, quad } = DataFactory

function numbers(count: number): Quad[] {
  return Array.from({ length: count }, (_, index) =>
    quad(namedNode('urn:s'), namedNode('urn:p'), literal(String(index))),
  )
}

const settings = {
  baseIri: 'https://example.org/',
  prefixes: {},
  languages: [],
  emptyGraphs: [],
  anyGraph: false,
  allowedHosts: [],
}

const job = (query: string): QueryJob => ({
  kind: 'query',
  query,
  formats: { select: 'csv', ask: 'json', construct: 'n-triples', describe: 'n-triples' },
})

const COUNT = job('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }')
const anything = Array.from({ length: 8 }, (_, index) => `?a${index} ?b${index} ?c${index} .`)
const ENDLESS = job(`SELECT (COUNT(*) AS ?n) { ${anything.join(' ')} }`)
const SPINNING = job(`SELECT * { FILTER(REGEX("${'a'.repeat(60)}!", "^(a+)+$")) }`)
const GROWING = job(`SELECT * { ${anything.join(' ')} } ORDER BY ?c1 ?c2`)
const LONG = job('SELECT * { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }')

const refusal = (code: string) => (error: unknown) =>
  error instanceof UsineError && error.code === code

describe('WorkerPool', function () {
  this.timeout(120_000)
  const pools: WorkerPool[] = []

  async function createPool(limits: object = {}, size = 1): Promise<WorkerPool> {
    const pool = new WorkerPool(await packGraphs(numbers(100), settings), {
      size,
      limits: { ...defaultWorkerLimits, maxWaitMs: 100_000, ...limits },
    })
    pools.push(pool)
    return pool
  }

  const answer = async (pool: WorkerPool, asked = COUNT) => text((await pool.run(asked)).body)
  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }

  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.close()))
  })

  it('answers from the version there is, and from another one after it changes', async () => {
    const pool = await createPool()
    strictEqual(await answer(pool), 'n\r\n100\r\n')
    pool.setGraphs(await packGraphs(numbers(7), settings))
    strictEqual(await answer(pool), 'n\r\n7\r\n')
  })

  it('ends a worker that takes too long, even one that spins, and replaces it', async () => {
    const pool = await createPool({ timeoutMs: 500 })
    await answer(pool)
    await rejects(pool.run(SPINNING), refusal('ERR_QUERY_TIMEOUT'))
    strictEqual(await answer(pool), 'n\r\n100\r\n')
    const { replaced, failed } = pool.stats
    deepStrictEqual([replaced, failed], [1, { ERR_QUERY_TIMEOUT: 1 }])
  })

  it('survives a query that takes all memory', async () => {
    const pool = await createPool({ memoryMb: 40, timeoutMs: 100_000 })
    await rejects(pool.run(GROWING), refusal('ERR_QUERY_MEMORY'))
    strictEqual(await answer(pool), 'n\r\n100\r\n')
  })

  it('refuses more than fits into the queue', async () => {
    const pool = await createPool({ maxQueued: 2 })
    const abort = new AbortController()
    const waiting = [1, 2].map(() => pool.run(ENDLESS, abort.signal))
    const ended = Promise.allSettled(waiting)
    await rejects(pool.run(COUNT), refusal('ERR_SERVER_BUSY'))
    abort.abort()
    for (const { status } of await ended) strictEqual(status, 'rejected')
    strictEqual(pool.stats.queued, 0)
  })

  it('stops a query that nobody waits for any more', async () => {
    const pool = await createPool()
    await answer(pool)
    const abort = new AbortController()
    const running = pool.run(SPINNING, abort.signal)
    await wait(200)
    abort.abort()
    await rejects(running, refusal('ERR_QUERY_ABORTED'))
    strictEqual(await answer(pool), 'n\r\n100\r\n')
  })

  it('computes no further than the client reads, and stops when it goes', async () => {
    const pool = await createPool({ maxResults: 10_000_000 })
    const { body } = await pool.run(LONG)
    for await (const chunk of body) {
      ok((chunk as Buffer).length > 0)
      break
    }
    strictEqual(await answer(pool), 'n\r\n100\r\n')
    strictEqual(pool.stats.busy, 0)
  })

  it('never ends an answer that is cut as if it were whole', async () => {
    const pool = await createPool({ maxBytes: 100_000 })
    const { body } = await pool.run(LONG)
    await rejects(text(body), refusal('ERR_QUERY_BYTES'))
  })

  it('leaves no process behind', async () => {
    const pool = await createPool()
    await pool.warm()
    const { pids } = pool
    strictEqual(pids.length, 2)
    ok(pids.every(isAlive))
    await pool.close()
    ok(!pids.some(isAlive))
  })
})
