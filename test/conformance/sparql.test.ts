import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { existsSync } from 'node:fs'
import type { ITestResult } from 'rdf-test-suite'
import { createServer } from '../../src/serve/server.ts'
import type { UsineServer } from '../../src/serve/server.ts'
import { engine } from './sparql/engine.ts'
import { runManifest, suites } from './sparql/run-manifest.ts'
import { writeEarl } from './sparql/write-earl.ts'

const TOKEN = 'conformance'

/** Each known failure with its reason; a test that passes after all fails here, so the list stays true. */
const inGraph = 'Comunica gives each pattern its graph, so GRAPH around what has no pattern is lost'
const knownFailures: Readonly<Record<string, string>> = {
  'aggregates/manifest#agg-empty-group-count-graph': inGraph,
  'bindings/manifest#graph': inGraph,
}

const nameOf = ({ test }: ITestResult) => test.uri.replace(/^.*data-sparql11\//, '')

/** What is tested, how many tests there are, and how the manifest is called. */
const engineSuites = [
  ['SPARQL 1.1 Query', 318, 'manifest-sparql11-query.ttl'],
  ['SPARQL 1.1 results in JSON, CSV and TSV', 10, 'manifest-sparql11-results.ttl'],
  ['SPARQL 1.1 Update', 157, 'manifest-sparql11-update.ttl'],
] as const

const serverSuites = [
  ['SPARQL 1.1 Protocol', 34, 'protocol/manifest.ttl'],
  ['SPARQL 1.1 Service Description', 3, 'service-description/manifest.ttl'],
  ['SPARQL 1.1 Graph Store Protocol', 13, 'graph-store-protocol/manifest.ttl'],
] as const

describe('the SPARQL 1.1 test suites', function () {
  if (!existsSync(suites)) {
    it('run', function () {
      this.skip() // ../shared/conformance/rdf-tests is not on this machine
    })
    return
  }
  this.timeout(300_000)
  const all: ITestResult[] = []

  const check = async (manifest: string, count: number, options?: object) => {
    const results = await runManifest(manifest, engine, options)
    all.push(...results)
    const failures = results.filter(({ ok }) => !ok)
    const inSuite = Object.keys(knownFailures).filter((name) =>
      results.some((result) => nameOf(result) === name),
    )
    deepStrictEqual(failures.filter((result) => !inSuite.includes(nameOf(result))).map(explain), [])
    deepStrictEqual(failures.map(nameOf).sort(), inSuite.sort())
    strictEqual(results.length, count)
  }

  for (const [title, count, manifest] of engineSuites) {
    it(`${title}: all ${count} pass but those known`, () => check(manifest, count))
  }

  describe('of a running server', () => {
    const { fetch } = globalThis
    let server: UsineServer
    let address: string

    before(async () => {
      server = await createServer({
        directory: '.',
        host: '127.0.0.1',
        port: 0,
        scratch: { token: TOKEN },
        allowedHosts: [],
        watch: false,
        workers: 1,
        programVersion: 'test',
        // Workers start slowly on a busy machine.
        limits: { queueTimeout: 100 },
      })
      address = await server.listen()
      // The runner knows nothing of tokens.
      globalThis.fetch = (input, init) => {
        const headers = new Headers(init?.headers)
        headers.set('authorization', `Bearer ${TOKEN}`)
        return fetch(input, { ...init, headers })
      }
    })

    after(async () => {
      globalThis.fetch = fetch
      await server.close()
    })

    for (const [title, count, manifest] of serverSuites) {
      it(`${title}: ${count} of ${count}`, () =>
        check(manifest, count, {
          protocolEndpoint: `${address}/sparql`,
          serviceDescriptionEndpoint: `${address}/sparql`,
          graphStoreEndpoint: `${address}/graph-store`,
        }))
    }
  })

  after(() => writeEarl('sparql11.ttl', all))
})

const explain = (result: ITestResult) =>
  `${nameOf(result)}: ${(result.error?.message ?? '').slice(0, 500)}`
