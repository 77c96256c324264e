import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endServing, startServing } from './serving.ts'
import type { Serving } from './serving.ts'
import { usine } from './usine.ts'

describe('usine serve', function () {
  this.timeout(300_000)
  let site = ''

  before(async () => {
    site = await mkdtemp(join(tmpdir(), 'usine-serve-'))
    const { code, stderr } = await usine(['init', site])
    strictEqual(code, 0, stderr)
  })
  after(() => rm(site, { recursive: true }))

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`says where it listens and what to try, and ends with 0 after ${signal}`, async () => {
      const serving = await startServing([site])
      await waitFor(() => Promise.resolve(serving.stdout().includes('Ctrl-C stops')))
      match(serving.stdout(), /^Listening on http:\/\/127\.0\.0\.1:\d+\n.* entities, \d+ quads/)
      const urls = [...serving.stdout().matchAll(/^ {2}(http:\S+)$/gm)].map(([, url = '']) => url)
      strictEqual(urls.length, 3)
      for (const url of urls) {
        const response = await fetch(url)
        strictEqual(response.status, 200, url)
        await response.text()
      }
      strictEqual(await endServing(serving, signal), 0)
      const lines = serving.stderr().trim().split('\n')
      for (const line of lines) JSON.parse(line)
    })
  }

  it('finishes an answer that is under way before it ends', async () => {
    const serving = await startServing([site])
    const ask = (query: string) =>
      fetch(`${serving.address}/sparql?query=${encodeURIComponent(query)}`)
    // The first query waits for a worker and for what answers it.
    await (await ask('ASK {}')).text()
    const answer = ask(slow)
    await waitFor(() => isBusy(serving))
    const ended = endServing(serving, 'SIGTERM')
    const response = await answer
    strictEqual(response.status, 200)
    deepStrictEqual(((await response.json()) as { head: unknown }).head, { vars: ['n'] })
    strictEqual(await ended, 0)
  })

  it('ends at once on a second signal', async () => {
    const serving = await startServing([site])
    const request = fetch(`${serving.address}/sparql?query=${encodeURIComponent(endless)}`)
    request.catch(() => undefined)
    await waitFor(() => isBusy(serving))
    serving.child.kill('SIGTERM')
    // It listens no longer, and still answers.
    await waitFor(() =>
      fetch(serving.address).then(
        () => false,
        () => true,
      ),
    )
    strictEqual(serving.child.exitCode, null)
    strictEqual(await endServing(serving, 'SIGTERM'), 143)
  })

  it('serves what was saved, and keeps the last good state after a mistake', async () => {
    const serving = await startServing([site, '--json'])
    const file = join(site, 'usine.yaml')
    const config = await readFile(file, 'utf8')
    const version = async () => {
      const response = await fetch(`${serving.address}/health`)
      return ((await response.json()) as { version: string }).version
    }
    const first = await version()
    try {
      await writeFile(file, `${config}\n# changed\n`)
      await waitFor(async () => (await version()) !== first)
      const second = await version()
      await writeFile(file, 'base: nonsense\n')
      await waitFor(async () =>
        (await (await fetch(`${serving.address}/health`)).text()).includes('not served'),
      )
      strictEqual(await version(), second)
    } finally {
      await writeFile(file, config)
    }
    strictEqual(await endServing(serving, 'SIGTERM'), 0)
  })

  it('prints a token for the writable copy, or takes the one of the environment', async () => {
    const own = await startServing([site, '--scratch', '--json'])
    const { token } = JSON.parse(own.stdout()) as { token: string }
    match(token, /^[\w-]{20,}$/)
    const update = (address: string, bearer: string) =>
      fetch(`${address}/sparql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/sparql-update' },
        body: 'INSERT DATA { <http://a.example/> <http://b.example/> 1 }',
      })
    strictEqual((await update(own.address, 'wrong')).status, 401)
    strictEqual((await update(own.address, token)).status, 204)
    ok(!own.stderr().includes(token))
    strictEqual(await endServing(own, 'SIGTERM'), 0)
    const given = await startServing([site, '--scratch', '--json'], {
      USINE_TOKEN: 'let-me-in-please',
    })
    strictEqual((JSON.parse(given.stdout()) as { token: string }).token, 'let-me-in-please')
    strictEqual(await endServing(given, 'SIGTERM'), 0)
  })

  it('says what to do when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { code, stderr } = await usine(['serve', site, '--port', String(port)])
    other.close()
    strictEqual(code, 4)
    match(
      stderr,
      /Cannot listen on 127\.0\.0\.1, port \d+: another program listens there; stop it, or take another port with --port/,
    )
  })

  it('prints all problems of a site that does not build, and ends with 1', async () => {
    const broken = await mkdtemp(join(tmpdir(), 'usine-serve-'))
    try {
      await usine(['init', broken])
      await writeFile(join(broken, 'data', 'wrong.yaml'), 'a: { typ: x }\nb: { labl: y }\n')
      await writeFile(join(broken, 'queries', 'wrong.rq'), 'SELECT * { ?a ?b ?c }\n')
      const { code, stderr } = await usine(['serve', broken, '--port', '0'])
      strictEqual(code, 1)
      match(stderr, /data\/wrong\.yaml:1:\d+: error: .*\n(?:.*\n)*data\/wrong\.yaml:2:\d+: error: /)
    } finally {
      await rm(broken, { recursive: true })
    }
  })

  const wrong: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [['--port', '70000'], /--port 70000 is not a whole number from 0 to 65535/],
    [['--port', 'http'], /--port http is not a whole number/],
    [['--workers', '0'], /--workers 0 is not a whole number from 1 to 64/],
    [['--log', 'loud'], /Allowed choices are info, warn, error, silent/],
  ]
  for (const [args, message] of wrong) {
    it(`refuses ${args.join(' ')}`, async () => {
      const { code, stderr } = await usine(['serve', site, ...args])
      strictEqual(code, 2)
      match(stderr, message)
    })
  }
})

/** A query that takes a moment. */
const slow =
  'SELECT (COUNT(*) AS ?n) { { SELECT * { ?a ?b ?c } LIMIT 300 } { SELECT * { ?d ?e ?f } LIMIT 400 } }'

/** A query that does not end by itself in the time of a test. */
const endless = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }'

/** Whether a query runs or waits. */
async function isBusy({ address }: Serving): Promise<boolean> {
  const metrics = await (await fetch(`${address}/metrics`)).text()
  return /^usine_query_(?:queued|busy) [1-9]/m.test(metrics)
}

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 2000; attempt += 1) {
    if (await condition()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('It did not come about')
}
