import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import type { Quad } from '@rdfjs/types'
import jsonld from 'jsonld'
import { DataFactory, Parser } from 'n3'
import { createDocumentLoader, loadContexts, toJsonLd } from '../../../src/export/index.ts'
import { base, factoryOntology as ontology } from '../support/ontology.ts'

const site = { ontology, base, factory: DataFactory }
const root = `${base}entity/flins`
const prefixes = `@prefix schema: <http://schema.org/> . @prefix : <${base}entity/> .\n`
const parse = (turtle: string): Quad[] =>
  new Parser({ factory: DataFactory }).parse(prefixes + turtle)

async function frame(quads: Quad[]): Promise<unknown> {
  const documentLoader = createDocumentLoader(await loadContexts(site))
  const expanded = await jsonld.fromRDF(quads)
  const wanted = { '@context': 'https://schema.org', '@id': root, '@embed': '@once' }
  return (jsonld.frame as Frame)(expanded, wanted, { documentLoader, omitGraph: true })
}

type Frame = (input: object, frame: object, options: object) => Promise<unknown>

/** Renames the aliases that jsonld.js uses with the context of schema.org. */
const unalias = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll('"id":', '"@id":').replaceAll('"type":', '"@type":'))

describe('trees, beside JSON-LD framing', () => {
  it('are the same where the root reaches every node on one way', async () => {
    const quads =
      parse(`:flins a schema:Place; schema:name "Flins"@fr; schema:geo :geo; schema:event :a, :b.
      :geo a schema:GeoCoordinates; schema:postalCode "48". :a a schema:Event; schema:location :flins. :b schema:name "b".`)
    deepStrictEqual(
      unalias(await frame(quads)),
      await toJsonLd(quads, { view: 'schema', root, ...site }),
    )
  })

  it('keep the texts and nodes that framing drops', async () => {
    const quads = parse(`:flins schema:name "@null". :a schema:about :flins; schema:name "a".`)
    const framed = JSON.stringify(await frame(quads))
    strictEqual(framed.includes('@null'), false)
    strictEqual(framed.includes('about'), false)
    const ours = JSON.stringify(await toJsonLd(quads, { view: 'schema', root, ...site }))
    strictEqual(ours.includes('@null') && ours.includes('about'), true)
  })
})
