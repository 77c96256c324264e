import { deepStrictEqual, match, strictEqual } from 'node:assert/strict'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildFiles } from '../../src/cli/actions/build-files.ts'
import { run } from './support/run.ts'
import { makeSite, useFolder } from './support/sites.ts'

describe('usine build', function () {
  this.timeout(60_000)
  const folder = useFolder()
  const names = buildFiles.map(({ name }) => name).sort()

  it('writes all files and says what to try next', async () => {
    const site = await makeSite(folder())
    const { outcome, stdout, stderr } = await run(['build', site])
    deepStrictEqual([outcome, stderr], ['ok', ''])
    deepStrictEqual((await readdir(join(site, 'build'))).sort(), names)
    match(stdout, /^facts +7 entities, 18 statements$/m)
    match(stdout, /^problems +none$/m)
    match(stdout, /Three things to try next:\n(?: {2}usine .*\n){3}/)
  })

  it('writes the same bytes twice', async () => {
    const site = await makeSite(folder())
    const texts: string[][] = []
    for (const out of ['one', 'two']) {
      await run(['build', site, '--out', join(folder(), out)])
      const files = names.map((name) => readFile(join(folder(), out, name), 'utf8'))
      texts.push(await Promise.all(files))
    }
    deepStrictEqual(texts[0], texts[1])
  })

  it('replaces what an earlier build wrote, and leaves nothing else behind', async () => {
    const site = await makeSite(folder())
    await run(['build', site])
    await writeFile(join(site, 'build', 'graph.nq'), 'old')
    await run(['build', site])
    deepStrictEqual((await readdir(join(site, 'build'))).sort(), names)
    strictEqual((await stat(join(site, 'build', 'graph.nq'))).size > 1000, true)
  })

  it('reports all problems with their places, and writes nothing', async () => {
    const site = await makeSite(folder(), { 'area: 12.5': 'aera: 12.5', '1,150': 'many' })
    const { outcome, stderr } = await run(['build', site])
    strictEqual(outcome, 'ERR_SITE_INVALID')
    const lines = stderr.split('\n')
    match(
      lines[0] ?? '',
      /^data\/example\.yaml:\d+:\d+: error: Unknown property "aera" - did you mean "area"\?$/,
    )
    match(lines[1] ?? '', /^data\/example\.yaml:\d+:\d+: error: .*many/)
    match(lines[2] ?? '', /^The site has 2 errors; once they are corrected, run this again$/)
    strictEqual((await readdir(site)).includes('build'), false)
  })

  it('reports problems as JSON', async () => {
    const site = await makeSite(folder(), { 'area: 12.5': 'aera: 12.5' })
    const { stderr } = await run(['build', site, '--json'])
    const { error } = JSON.parse(stderr) as {
      error: { problems: { file: string; line: number }[] }
    }
    strictEqual(error.problems[0]?.file, 'data/example.yaml')
  })

  it('sums up as JSON', async () => {
    const site = await makeSite(folder())
    const summary = JSON.parse((await run(['build', site, '--json'])).stdout) as {
      entities: number
      triples: Record<string, number>
      files: string[]
    }
    strictEqual(summary.entities, 7)
    deepStrictEqual(Object.keys(summary.triples), ['wikibase', 'schema', 'ontology', 'dataset'])
    deepStrictEqual(summary.files.sort(), names)
  })

  it('says how to make a site where there is none', async () => {
    const { outcome, stderr } = await run(['build', folder()])
    strictEqual(outcome, 'ERR_SITE_NOT_FOUND')
    match(stderr, /"usine init .*" makes one/)
  })

  it('explains why it cannot write', async () => {
    const site = await makeSite(folder())
    const { outcome, stderr } = await run(['build', site, '--out', join(site, 'usine.yaml', 'out')])
    strictEqual(outcome, 'ERR_FILE_WRITE')
    match(stderr, /a part of .* is a file, not a folder/)
  })
})
