import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { endServing, startServing } from '../e2e/serving.ts'
import type { Serving } from '../e2e/serving.ts'
import { attacks } from './support/attacks.ts'
import type { Attack } from './support/attacks.ts'
import { percentile99, poll } from './support/poller.ts'
import { childrenOf, hasProc, isAlive, treeMemory } from './support/process-tree.ts'
import { copyFlins } from './support/serve-flins.ts'

/** How often each of them is sent; `USINE_HOSTILE_ROUNDS=7` sends more than 200. */
const rounds = Number(process.env['USINE_HOSTILE_ROUNDS'] ?? 1)
/** How many of them each attacker sends at the same time. */
const AT_ONCE = 4
/** More than any document takes on a machine that is busy with other tests; what it took is printed. */
const GENEROUS_MS = 5000
/** How much more memory than before may be in use afterwards. */
const GROWTH = 1.2

const limits = `
limits:
  queryTimeout: 3
  queryMemory: 128
  queryBytes: 2000000
  queueTimeout: 900
`

interface Health {
  readonly workers: number
  readonly ready: number
  readonly busy: number
  readonly queued: number
}

/** Hostile clients and others come from different addresses, as a proxy on this machine says. */
const from = (address: string) => ({ 'x-forwarded-for': address })
const attackers = [1, 2, 3, 4].map((host) => from(`203.0.113.${host}`))
const reader = from('198.51.100.1')
const asker = from('198.51.100.2')

describe('a server under hostile queries', function () {
  this.timeout(1_800_000)
  let serving: Serving
  let directory: string

  before(async () => {
    directory = await copyFlins(limits)
    serving = await startServing([directory, '--json', '--workers', '2', '--log', 'error'])
  })

  after(async () => {
    await endServing(serving)
    await rm(directory, { recursive: true })
  })

  const pid = () => serving.child.pid ?? 0

  async function attack({ kind, text }: Attack, attacker: object): Promise<string> {
    const headers = { ...attacker, 'content-type': `application/sparql-${kind}` }
    const init = { method: 'POST', headers, body: text }
    try {
      const response = await fetch(`${serving.address}/sparql`, init)
      await response.arrayBuffer()
      return String(response.status)
    } catch {
      return 'cut off'
    }
  }

  async function attackAll(all: readonly Attack[]): Promise<[name: string, outcome: string][]> {
    const outcomes: [string, string][] = []
    const left = [...all]
    const run = async (attacker: object) => {
      for (let next = left.shift(); next; next = left.shift()) {
        outcomes.push([next.name, await attack(next, attacker)])
      }
    }
    const running = attackers.flatMap((attacker) => Array.from({ length: AT_ONCE }, () => attacker))
    await Promise.all(running.map(run))
    return outcomes
  }

  async function allReady(): Promise<Health> {
    for (;;) {
      const response = await fetch(`${serving.address}/health`)
      const { queries } = (await response.json()) as { queries: Health }
      if (queries.ready === 3 && queries.busy === 0) return queries
      await wait(100)
    }
  }

  const labels = () =>
    `${serving.address}/sparql?query=${encodeURIComponent('SELECT ?label { :flins rdfs:label ?label }')}`
  const saved = () => `${serving.address}/queries/models-made.csv?year=1960`

  /** The answers that normal clients get on a server that has nothing else to do. */
  async function warmUp(): Promise<readonly [rows: string, table: string]> {
    await allReady()
    for (let index = 0; index < 30; index += 1) {
      const all = [labels(), saved(), `${serving.address}/data/flins.ttl`]
      await Promise.all(all.map(async (url) => (await fetch(url)).text()))
    }
    return [await (await fetch(labels())).text(), await (await fetch(saved())).text()]
  }

  /** An answer is the right one, or says when to come again. */
  const judge = (expected: string) => (response: Response, text: string) => {
    if (response.status === 200) return text === expected ? undefined : `wrong: ${text}`
    const isBusy = response.status === 503 && response.headers.has('retry-after')
    // On a machine that other programs keep busy, even this query may take more than its time.
    const isLate = response.status === 503 && text.includes('ERR_QUERY_TIMEOUT')
    return isBusy || isLate ? undefined : `${response.status}: ${text}`
  }

  it(`answers others through ${attacks.length * rounds} of them, stops each, and is as it was`, async function () {
    const [rows, table] = await warmUp()
    const memory = hasProc ? treeMemory(pid()) : 0
    const stopAll = [
      poll({
        url: `${serving.address}/data/flins.ttl`,
        headers: reader,
        judge: ({ status }, text) =>
          status === 200 && text.length > 1000 ? undefined : `${status}: ${text}`,
      }),
      poll({ url: labels(), headers: asker, judge: judge(rows) }),
      poll({ url: saved(), headers: asker, judge: judge(table) }),
    ]
    const start = performance.now()
    const outcomes = await attackAll(Array.from({ length: rounds }, () => attacks).flat())
    const seconds = Math.round((performance.now() - start) / 1000)
    const polled = await Promise.all(stopAll.map((stop) => stop()))

    for (const attacked of attacks) {
      const found = outcomes.filter(([name]) => name === attacked.name)
      console.log(`      ${attacked.name}: ${[...new Set(found.map((each) => each[1]))].join()}`)
    }
    console.log(`      ${outcomes.length} hostile requests in ${seconds} s`)
    for (const [index, name] of ['documents', 'queries', 'saved queries'].entries()) {
      const each = polled[index]
      if (!each) continue
      const statuses = JSON.stringify(each.statuses)
      console.log(
        `      ${name}: ${statuses}, 99th percentile ${Math.round(percentile99(each))} ms`,
      )
      strictEqual(each.problem, undefined, `${name}: ${each.problem}`)
    }
    const [documents, ...asked] = polled
    ok(documents && percentile99(documents) < GENEROUS_MS)
    for (const { statuses } of asked) ok((statuses['200'] ?? 0) > 0, JSON.stringify(statuses))
    for (const [name, outcome] of outcomes) {
      const isRefused = name.includes('update') || name.includes('calls')
      const expected = isRefused ? ['403'] : ['200', '400', '413', '503', 'cut off']
      ok(expected.includes(outcome), `${name}: ${outcome}`)
    }

    const { workers, queued } = await allReady()
    deepStrictEqual([workers, queued], [3, 0])
    strictEqual(await (await fetch(labels())).text(), rows)

    if (!hasProc) return
    const grown = await settledMemory(memory * GROWTH)
    console.log(`      memory: ${Math.round(memory)} MB before, ${Math.round(grown)} MB after`)
    ok(grown <= memory * GROWTH, `${grown} MB, ${memory} MB before`)
  })

  /** The memory once what is collected late is collected, or after a minute. */
  async function settledMemory(enough: number): Promise<number> {
    for (let attempt = 0; attempt < 60 && treeMemory(pid()) > enough; attempt += 1) await wait(1000)
    return treeMemory(pid())
  }

  it('leaves no process behind', async function () {
    if (!hasProc) this.skip()
    const children = childrenOf(pid())
    strictEqual(children.length, 3)
    strictEqual(await endServing(serving), 0)
    deepStrictEqual(children.filter(isAlive), [])
  })
})
