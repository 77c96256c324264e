import { match, strictEqual } from 'node:assert/strict'
import { Parser } from 'n3'
import { SHACL } from '../../src/vocabulary.ts'
import { run } from './support/run.ts'
import { makeSite, useFolder } from './support/sites.ts'

describe('usine validate', function () {
  this.timeout(60_000)
  const folder = useFolder()
  const broken = { 'during: 1922/1935': 'startTime: 1935\n      endTime: 1922' }

  it('finds no error in a good site', async () => {
    const site = await makeSite(folder())
    const { outcome, stdout } = await run(['validate', '--site', site])
    strictEqual(outcome, 'ok')
    match(stdout, /\n0 errors, 0 warnings, /)
  })

  it('ends with problems, and names their places, where a shape is not met', async () => {
    const site = await makeSite(folder(), broken)
    const { outcome, stdout } = await run(['validate', '--site', site])
    strictEqual(outcome, 'problems')
    match(stdout, /data\/example\.yaml:\d+:\d+\n {2}error: /)
  })

  it('marks errors by colours on a terminal', async () => {
    const site = await makeSite(folder(), broken)
    const { stdout } = await run(['validate', '--site', site], { isTerminal: true })
    strictEqual(stdout.includes('  \u001B[31merror\u001B[39m: '), true)
  })

  it('reports as JSON and as RDF', async () => {
    const site = await makeSite(folder(), broken)
    const json = await run(['validate', '--site', site, '--json'])
    const { conforms, violations } = JSON.parse(json.stdout) as Record<string, unknown>
    strictEqual(conforms === false && violations === 1, true)
    const { stdout } = await run(['validate', '--site', site, '--format', 'turtle'])
    const quads = new Parser().parse(stdout)
    strictEqual(
      quads.some(({ object }) => object.value === `${SHACL}ValidationReport`),
      true,
    )
  })

  it('names the formats that it knows', async () => {
    const { outcome, stderr } = await run(['validate', '--format', 'tutle'])
    strictEqual(outcome, 'ERR_FORMAT_UNKNOWN')
    match(stderr, /did you mean "turtle"\?; known: text, json, turtle/)
  })
})
