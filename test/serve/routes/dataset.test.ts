import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { DataFactory, Parser, Store } from 'n3'
import { listFormats } from '../../../src/formats.ts'
import { checkSchemaOrg } from '../../../src/validate/index.ts'
import { serveFlins } from '../support/serve-flins.ts'

const { namedNode } = DataFactory
const base = 'https://flins.example/'
const dataset = `${base}dataset`
const DCAT = 'http://www.w3.org/ns/dcat#'
const SPDX = 'http://spdx.org/rdf/terms#'

describe('the description of the data set', () => {
  let server: Awaited<ReturnType<typeof serveFlins>>
  let said: Store
  before(async () => {
    server = await serveFlins()
    const { body } = await server.app.inject('/dataset?format=n-triples')
    said = new Store(new Parser().parse(body))
  })
  after(() => server.close())

  const values = (subject: string, predicate: string) =>
    said.getObjects(namedNode(subject), namedNode(predicate), null).map(({ value }) => value)

  it('says where it is asked, and how', () => {
    const endpoint = `${base}sparql`
    deepStrictEqual(values(dataset, 'http://rdfs.org/ns/void#sparqlEndpoint'), [endpoint])
    const [service] = said.getSubjects(namedNode(`${DCAT}endpointURL`), namedNode(endpoint), null)
    deepStrictEqual(values(service?.value ?? '', `${DCAT}servesDataset`), [dataset])
    ok(values(service?.value ?? '', `${DCAT}endpointDescription`).includes(`${base}openapi.json`))
  })

  it('says since when it is as it is', () => {
    const [at = ''] = values(dataset, 'http://purl.org/dc/terms/modified')
    strictEqual(Date.parse(at), server.context.current().modified.getTime())
  })

  it('says nothing in the words of schema.org that they do not mean', async () => {
    const { results } = await checkSchemaOrg(said, DataFactory)
    // What is said in the words of other vocabularies is not judged.
    const wrong = results.filter(
      ({ rule }) => !['foreign-term', 'untyped-node'].includes(rule ?? ''),
    )
    deepStrictEqual(
      wrong.map(({ message }) => message),
      [],
    )
  })

  for (const { name } of listFormats()) {
    it(`says how long the dump in ${name} is, and its checksum`, async () => {
      const distribution = `${dataset}#${name}`
      const [url = ''] = values(distribution, `${DCAT}downloadURL`)
      const { rawPayload } = await server.app.inject(new URL(url).pathname)
      deepStrictEqual(values(distribution, `${DCAT}byteSize`), [String(rawPayload.length)])
      const [checksum = ''] = values(distribution, `${SPDX}checksum`)
      const hex = createHash('sha256').update(rawPayload).digest('hex')
      deepStrictEqual(values(checksum, `${SPDX}checksumValue`), [hex])
    })
  }
})
