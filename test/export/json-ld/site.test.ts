import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import { DataFactory } from 'n3'
import { exportEntity, loadContexts, toJsonLd } from '../../../src/export/index.ts'
import type { JsonLdOptions, View } from '../../../src/export/index.ts'
import { canonicalDouble, parseBack, readBack } from '../support/read-back.ts'
import { assertSameQuads } from '../support/same-quads.ts'
import { loadFlins } from '../support/sites.ts'

const factory = DataFactory

async function open(view: View) {
  const { site, store } = await loadFlins()
  const { base } = site.config
  const options: JsonLdOptions = { view, ontology: site.ontology, base, factory }
  const quadsOf = (iri: string) => [
    ...exportEntity(store, iri, { view, keepGraphs: view === 'all', base, factory }),
  ]
  const contexts = await loadContexts({ ontology: site.ontology, base, factory })
  return { site, options, quadsOf, contexts }
}

describe('the JSON-LD documents of Flins', function () {
  this.timeout(120_000)

  for (const view of ['schema', 'wikibase', 'all'] as const) {
    it(`read back as the same quads in the view "${view}"`, async () => {
      const { site, options, quadsOf, contexts } = await open(view)
      for (const { iri } of site.entities) {
        const quads = quadsOf(iri)
        const document = await toJsonLd(quads, { ...options, root: iri })
        assertSameQuads(await parseBack(document, contexts), quads)
        assertSameQuads(await readBack(document, contexts), quads.map(canonicalDouble))
      }
    })
  }

  it('begin with the entity and say https://schema.org alone', async () => {
    const { site, options, quadsOf } = await open('schema')
    for (const { iri } of site.entities) {
      const document = await toJsonLd(quadsOf(iri), { ...options, root: iri })
      strictEqual(document['@context'], 'https://schema.org')
      const [first] = (document['@graph'] ?? [document]) as Record<string, unknown>[]
      strictEqual(first?.['@id'], iri)
      deepStrictEqual(JSON.stringify(document).match(/"(id|type)":/g), null)
    }
  })

  it('name the properties of the ontology', async () => {
    const { site, options, quadsOf } = await open('wikibase')
    const iri = `${site.config.base}entity/flins`
    const text = JSON.stringify(await toJsonLd(quadsOf(iri), { ...options, root: iri }))
    for (const name of ['area', 'p.area', 'psn.area', 'pr.statedIn', 'rank'])
      ok(text.includes(`"${name}":`))
  })
})
