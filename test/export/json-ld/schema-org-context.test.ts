import { deepStrictEqual } from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { DataFactory } from 'n3'
import { buildSchemaOrgContext } from '../../../src/export/json-ld/schema-org-context.ts'

const published = new URL(
  '../../../../shared/conformance/schemaorg/schemaorgcontext.jsonld',
  import.meta.url,
)

describe('buildSchemaOrgContext', () => {
  it('says the same as the published context, term by term', async function () {
    if (!existsSync(published)) return void this.skip() // ../shared/conformance is not here
    const theirs = JSON.parse(readFileSync(published, 'utf8')) as Record<string, object>
    deepStrictEqual(await buildSchemaOrgContext(DataFactory), theirs['@context'])
  })

  it('coerces URLs and dates, and leaves text and times alone', async () => {
    const context = await buildSchemaOrgContext(DataFactory)
    deepStrictEqual(context['url'], { '@id': 'schema:url', '@type': '@id' })
    deepStrictEqual(context['birthDate'], { '@id': 'schema:birthDate', '@type': 'Date' })
    deepStrictEqual(context['name'], { '@id': 'schema:name' })
    deepStrictEqual(context['availableFrom'], { '@id': 'schema:availableFrom' })
  })
})
