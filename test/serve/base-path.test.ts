import { ok, strictEqual } from 'node:assert/strict'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createServer } from '../../src/serve/server.ts'
import type { UsineServer } from '../../src/serve/server.ts'
import { copyFlins } from './support/serve-flins.ts'

describe('a site whose base has a path', () => {
  let server: UsineServer
  let directory: string
  before(async () => {
    directory = await copyFlins()
    const file = join(directory, 'usine.yaml')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace(/^base: .*$/m, 'base: https://example.org/sites/flins/'))
    const options = { directory, host: '127.0.0.1', port: 0, allowedHosts: [], watch: false }
    server = await createServer({ ...options, workers: 1, programVersion: '0.0.0' })
  })
  after(async () => {
    await server.close()
    await rm(directory, { recursive: true, force: true })
  })

  for (const prefix of ['', '/sites/flins']) {
    it(`answers under "${prefix}" and redirects to published paths`, async () => {
      const answer = await server.app.inject(`${prefix}/entity/flins`)
      strictEqual(answer.statusCode, 303)
      strictEqual(answer.headers.location, '/sites/flins/data/flins')
      strictEqual((await server.app.inject(`${prefix}/`)).statusCode, 200)
      const page = await server.app.inject(`${prefix}/page/flins`)
      ok(page.body.includes('href="../data/flins.ttl"'))
      ok(!page.body.includes('<https://example.org/sites/flins/entity/flins>'))
      ok(String(page.headers.link).includes('</sites/flins/data/flins.ttl>'))
    })
  }

  for (const path of ['/sites/flins/browse/', '/browse/', '//browse//']) {
    it(`takes the slash from the end of ${path} and stays below its published path`, async () => {
      const answer = await server.app.inject({
        method: 'GET',
        url: `http://127.0.0.1${path}?page=1`,
      })
      strictEqual(answer.statusCode, 301)
      strictEqual(answer.headers.location, '/sites/flins/browse?page=1')
    })
  }

  it('answers at its published path without a slash at the end', async () => {
    strictEqual((await server.app.inject('/sites/flins')).statusCode, 200)
    strictEqual((await server.app.inject('/sites/flinsy')).statusCode, 404)
  })
})
