import { ok, strictEqual } from 'node:assert/strict'
import { Readable } from 'node:stream'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { rdfFormats } from '../../../src/formats.ts'
import type { RdfFormatName } from '../../../src/formats.ts'
import { parseRdf } from '../../../src/rdf/index.ts'
import { loadContexts } from '../../../src/export/index.ts'
import { collect } from '../../support/collect.ts'
import { serveFlins } from '../support/serve-flins.ts'

describe('the data about an entity', () => {
  let server: Awaited<ReturnType<typeof serveFlins>>
  before(async () => {
    server = await serveFlins()
  })
  after(() => server.close())

  const read = async (path: string, format: RdfFormatName): Promise<Quad[]> => {
    const { body, statusCode } = await server.app.inject(path)
    strictEqual(statusCode, 200, path)
    const { base, site } = server.context.current()
    const all = await loadContexts({ ontology: site.ontology, base, factory: DataFactory })
    // The site's own context must not be needed: a client may not reach the site's address.
    const contexts = new Map([...all].filter(([iri]) => iri.includes('schema.org')))
    return collect(parseRdf(Readable.from([body]), { format, file: path, contexts }))
  }

  const triplesOf = (quads: readonly Quad[]): Quad[] => [
    ...new Map(
      quads
        .map(({ subject, predicate, object }) => DataFactory.quad(subject, predicate, object))
        .map((quad) => [JSON.stringify(quad), quad as Quad]),
    ).values(),
  ]

  for (const view of ['', '?view=wikibase', '?view=schema']) {
    for (const { name, extensions } of Object.values(rdfFormats)) {
      it(`is the same in ${name}${view}`, async () => {
        const expected = triplesOf(await read(`/data/flins.nt${view}`, 'n-triples'))
        const found = triplesOf(await read(`/data/flins.${extensions[0]}${view}`, name))
        ok(expected.length > 100)
        ok(isomorphic(found, expected), `${found.length} for ${expected.length}`)
      })
    }
  }

  it('has the base of the site in every IRI of its own', async () => {
    const quads = await read('/data/flins.nt', 'n-triples')
    ok(quads.some(({ subject }) => subject.value === 'https://flins.example/entity/flins'))
    ok(!quads.some(({ subject }) => subject.value.includes('localhost')))
  })
})
