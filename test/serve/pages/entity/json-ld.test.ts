import { deepStrictEqual, ok } from 'node:assert/strict'
import { Readable } from 'node:stream'
import type { Quad } from '@rdfjs/types'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { DataFactory, Parser } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { SCHEMA_ORG_CONTEXT } from '../../../../src/export/index.ts'
import { getSchemaOrgContext } from '../../../../src/export/json-ld/contexts.ts'
import { encodePart } from '../../../../src/serve/respond/paths.ts'
import { readHtml } from '../../support/read-back.ts'
import { serveFlins } from '../../support/serve-flins.ts'

describe('JSON-LD in the page about an entity', function () {
  this.timeout(120_000)
  let server: Awaited<ReturnType<typeof serveFlins>>

  before(async () => {
    server = await serveFlins()
  })
  after(() => server.close())

  const get = async (url: string): Promise<string> => (await server.app.inject({ url })).body

  it('is exactly the schema.org view, to a parser that knows nothing of usine', async () => {
    const { entities } = server.context.current().site
    ok(entities.length > 40)
    for (const { id } of entities) {
      const page = readHtml(await get(`/page/${encodePart(id)}`))
      const jsonLd = page.scripts.find(({ type }) => type === 'application/ld+json')?.text ?? ''
      const view = await get(`/data/${encodePart(id)}.nt?view=schema`)
      const [found, expected] = [await parseJsonLd(jsonLd), new Parser().parse(view)]
      ok(expected.length > 0, id)
      deepStrictEqual([id, found.length], [id, expected.length])
      ok(isomorphic(found, expected), `${id}: ${jsonLd}`)
    }
  })
})

/** Reads JSON-LD; of contexts, it knows that of schema.org only, and asks no host. */
async function parseJsonLd(text: string): Promise<Quad[]> {
  const quads: Quad[] = []
  const context = { '@context': await getSchemaOrgContext(DataFactory) }
  const load = (url: string) =>
    url === SCHEMA_ORG_CONTEXT ? Promise.resolve(context) : Promise.reject(new Error(url))
  const parser = new JsonLdParser({ documentLoader: { load } })
  for await (const quad of Readable.from([text]).pipe(parser)) quads.push(quad as Quad)
  return quads
}
