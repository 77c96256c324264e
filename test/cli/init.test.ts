import { deepStrictEqual, match, strictEqual } from 'node:assert/strict'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSite } from '../../src/sources/index.ts'
import { run } from './support/run.ts'
import { makeSite, useFolder } from './support/sites.ts'

describe('usine init', function () {
  this.timeout(60_000)
  const folder = useFolder()

  it('writes a site without problems', async () => {
    const { outcome, stdout } = await run(['init', folder()])
    strictEqual(outcome, 'ok')
    match(stdout, /usine build/)
    const { problems, site } = await readSite(folder())
    deepStrictEqual(problems, [])
    strictEqual(site?.config.defaultEntity, 'example-works')
    const files = await readdir(folder(), { recursive: true })
    for (const name of ['.gitignore', '.vscode/settings.json', 'README.md', 'data/example.yaml']) {
      strictEqual(files.includes(name), true, name)
    }
  })

  it('makes nothing that names Flins', async () => {
    await run(['init', folder()])
    for (const name of await readdir(join(folder(), 'queries'))) {
      const text = await readFile(join(folder(), 'queries', name), 'utf8')
      strictEqual(/flins/i.test(text), false, name)
    }
  })

  it('gives queries that all run on the example', async () => {
    const site = await makeSite(folder())
    for (const file of await readdir(join(site, 'queries'))) {
      const { outcome } = await run(['query', '--site', site, file.replace('.rq', '')])
      strictEqual(outcome, 'ok', file)
    }
  })

  it('gives an example that is valid and fits its source', async () => {
    const site = await makeSite(folder())
    strictEqual((await run(['validate', '--site', site])).outcome, 'ok')
    const file = join(site, 'sources', 'example-article.txt')
    const { outcome, stdout } = await run(['sources', 'check', file, '--site', site])
    strictEqual(outcome, 'ok')
    match(stdout, /All right: the copy and the facts fit together/)
  })

  it('lists the files that are in the way, and writes nothing', async () => {
    await writeFile(join(folder(), 'usine.yaml'), 'mine')
    const { outcome, stderr } = await run(['init', folder()])
    strictEqual(outcome, 'ERR_FILE_EXISTS')
    match(stderr, /^usine: 1 file is already there: .*usine\.yaml\. Nothing was written; --force/)
    deepStrictEqual(await readdir(folder()), ['usine.yaml'])
  })

  it('replaces files when told to', async () => {
    await writeFile(join(folder(), 'usine.yaml'), 'mine')
    strictEqual((await run(['init', folder(), '--force'])).outcome, 'ok')
    match(await readFile(join(folder(), 'usine.yaml'), 'utf8'), /^base: /m)
  })

  it('names the files for programs', async () => {
    const { stdout } = await run(['init', folder(), '--json'])
    const { files } = JSON.parse(stdout) as { files: string[] }
    strictEqual(files.includes('usine.yaml'), true)
  })
})
