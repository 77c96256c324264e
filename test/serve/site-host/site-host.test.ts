import { deepStrictEqual, notStrictEqual, ok, rejects, strictEqual } from 'node:assert/strict'
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openSiteHost } from '../../../src/serve/site-host/site-host.ts'
import type { SiteEvent, SiteHost } from '../../../src/serve/site-host/site-host.ts'
import { copyFlins, serveFlins } from '../support/serve-flins.ts'

const broken = 'broken:\n  type: no-such-class\n'
const added = 'added-here:\n  type: car-factory\n  label: { en: Added here }\n'

describe('openSiteHost', () => {
  let directory: string
  let host: SiteHost
  const events: SiteEvent[] = []
  beforeEach(async () => {
    directory = await copyFlins()
    events.length = 0
    host = await openSiteHost({
      directory,
      watch: false,
      programVersion: '0.0.0',
      report: (event) => events.push(event),
    })
  })
  afterEach(async () => {
    host.close()
    await rm(directory, { recursive: true, force: true })
  })

  it('puts a new version in the place of the old one and tells who listens', async () => {
    const before = host.current()
    const seen: unknown[] = []
    host.onSwap((version) => seen.push(version))
    await writeFile(join(directory, 'data/added.yaml'), added)
    await host.reload()
    notStrictEqual(host.current(), before)
    notStrictEqual(host.current().version, before.version)
    deepStrictEqual(seen, [host.current()])
    ok(host.current().site.entities.some(({ id }) => id === 'added-here'))
    ok(!before.site.entities.some(({ id }) => id === 'added-here'))
  })

  it('keeps the last good version when an edit is broken, and says what is wrong', async () => {
    const before = host.current()
    await writeFile(join(directory, 'data/broken.yaml'), broken)
    await host.reload()
    strictEqual(host.current(), before)
    const [problem] = host.trouble()?.problems ?? []
    strictEqual(problem?.origin.file, 'data/broken.yaml')
    deepStrictEqual(
      events.map(({ kind }) => kind),
      ['kept'],
    )
    await rm(join(directory, 'data/broken.yaml'))
    await host.reload()
    strictEqual(host.trouble(), undefined)
  })

  it('leaves the version where nothing has changed', async () => {
    const before = host.current()
    await host.reload()
    strictEqual(host.current(), before)
    deepStrictEqual(events, [])
  })

  it('serves the last of many changes that come at once', async () => {
    const runs = [1, 2, 3, 4].map(async (number) => {
      await writeFile(join(directory, 'data/added.yaml'), added.replace('here }', `${number} }`))
      await host.reload()
    })
    await Promise.all(runs)
    const last = await readFile(join(directory, 'data/added.yaml'), 'utf8')
    await host.reload()
    const entity = host.current().site.entities.find(({ id }) => id === 'added-here')
    ok(last.includes(entity?.labels.get('en') ?? 'nothing'))
  })

  it('refuses to start with a broken site', async () => {
    await writeFile(join(directory, 'data/broken.yaml'), broken)
    await rejects(openSiteHost({ directory, watch: false, programVersion: '0.0.0' }), {
      code: 'ERR_SITE_INVALID',
    })
  })
})

describe('a server that watches its site', () => {
  let server: Awaited<ReturnType<typeof serveFlins>>
  before(async () => {
    server = await serveFlins('', { watch: true })
  })
  after(() => server.close())

  const swapped = () =>
    new Promise<void>((resolve) => {
      const stop = server.context.onSwap(() => {
        stop()
        resolve()
      })
    })

  it('serves a change of a file without a restart', async () => {
    const first = await server.app.inject('/data/flins.ttl')
    strictEqual((await server.app.inject('/data/added-here')).statusCode, 404)
    const swap = swapped()
    await writeFile(join(server.directory, 'data/added.yaml'), added)
    await swap
    strictEqual((await server.app.inject('/data/added-here')).statusCode, 200)
    const second = await server.app.inject('/data/flins.ttl')
    notStrictEqual(second.headers.etag, first.headers.etag)
  })

  it('shows a broken edit to the person at this machine only, and goes on serving', async () => {
    const file = join(server.directory, 'data/added.yaml')
    await appendFile(file, broken)
    await waitFor(() => server.context.trouble() !== undefined)
    const near = await server.app.inject('/page/flins')
    strictEqual(near.statusCode, 200)
    ok(near.body.includes('data/added.yaml:'))
    strictEqual(near.headers['cache-control'], 'no-store')
    const far = await server.app.inject({ url: '/page/flins', remoteAddress: '203.0.113.9' })
    ok(!far.body.includes('data/added.yaml:'))
    const proxied = await server.app.inject({
      url: '/page/flins',
      headers: { 'x-forwarded-for': '203.0.113.9' },
    })
    ok(!proxied.body.includes('data/added.yaml:'))
    const foreign = await server.app.inject({
      url: '/page/flins',
      headers: { origin: 'https://evil.example' },
    })
    ok(!foreign.body.includes('data/added.yaml:'))
    const swap = swapped()
    await writeFile(file, added.replace('Added here', 'Mended'))
    await swap
    const mended = await server.app.inject('/page/flins')
    ok(!mended.body.includes('data/added.yaml:'))
  })
})

async function waitFor(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20))
}
