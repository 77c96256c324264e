import { deepStrictEqual, match, strictEqual } from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Parser } from 'n3'
import { run } from './support/run.ts'
import { makeSite, useFolder } from './support/sites.ts'

describe('usine export', function () {
  this.timeout(60_000)
  const folder = useFolder()
  beforeEach(() => makeSite(folder()))
  const exported = (args: readonly string[]) => run(['export', '--site', folder(), ...args])

  it('writes an entity as Turtle, the entity first', async () => {
    const { stdout } = await exported(['example-works', '--view', 'schema'])
    match(stdout, /\n\n:example-works a schema:LocalBusiness ?[;,]/)
    strictEqual(new Parser().parse(stdout).length > 10, true)
  })

  it('finds an entity by its IRI', async () => {
    const byId = await exported(['ada-sample'])
    deepStrictEqual(await exported(['https://example.org/entity/ada-sample']), byId)
  })

  it('writes the JSON-LD of an entity for web pages', async () => {
    const { stdout } = await exported(['ada-sample', '--view', 'schema', '--format', 'jsonld'])
    const document = JSON.parse(stdout) as Record<string, unknown>
    deepStrictEqual(
      [document['@context'], document['@id'], document['@type']],
      ['https://schema.org', 'https://example.org/entity/ada-sample', 'Person'],
    )
  })

  it('keeps the graphs of the whole site in N-Quads', async () => {
    const { stdout } = await exported(['--format', 'n-quads'])
    const graphs = new Set(new Parser().parse(stdout).map(({ graph }) => graph.value))
    deepStrictEqual([...graphs].map((iri) => iri.replace(/.*\//, '')).sort(), [
      'dataset',
      'ontology',
      'schema',
      'wikibase',
    ])
  })

  it('takes the format from the name of the file', async () => {
    const file = join(folder(), 'ada.nt')
    strictEqual((await exported(['ada-sample', '--out', file])).stdout, '')
    match(await readFile(file, 'utf8'), /^<https:\/\/example\.org\/[^ ]+> <[^ ]+> .* \.\n/)
  })

  it('names the nearest entity', async () => {
    const { outcome, stderr } = await exported(['ada-simple'])
    strictEqual(outcome, 'ERR_ENTITY_NOT_FOUND')
    match(stderr, /did you mean "ada-sample"\?/)
  })

  it('asks for a format that a file name does not give', async () => {
    const { outcome, stderr } = await exported(['--out', join(folder(), 'graph')])
    strictEqual(outcome, 'ERR_USAGE')
    match(stderr, /add --format/)
  })
})
