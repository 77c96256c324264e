import { deepStrictEqual, rejects, strictEqual } from 'node:assert/strict'
import { DataFactory } from 'n3'
import { createDocumentLoader, loadContexts } from '../../../src/export/index.ts'
import { base, factoryOntology as ontology } from '../support/ontology.ts'

const site = { ontology, base, factory: DataFactory }

describe('createDocumentLoader', () => {
  it('serves the context of schema.org and the own one from memory', async () => {
    const contexts = await loadContexts(site)
    const load = createDocumentLoader(contexts)
    for (const iri of ['https://schema.org', 'http://schema.org/', `${base}context.jsonld`]) {
      deepStrictEqual(await load(iri), { documentUrl: iri, document: contexts.get(iri) })
    }
  })

  it('refuses every other context', async () => {
    const load = createDocumentLoader(await loadContexts(site))
    for (const iri of [
      'https://example.org/context',
      'file:///etc/passwd',
      'https://schema.org/Person',
      '__proto__',
    ]) {
      await rejects(load(iri), { code: 'ERR_CONTEXT_UNKNOWN' })
    }
  })

  it('builds the context of schema.org once', async () => {
    const [first, second] = [await loadContexts(site), await loadContexts(site)]
    strictEqual(
      first.get('https://schema.org')?.['@context'],
      second.get('http://schema.org')?.['@context'],
    )
  })
})
