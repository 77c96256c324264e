import { deepStrictEqual } from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { DataFactory, Store } from 'n3'
import { graphIri } from '../../src/rdf/index.ts'
import { validateGraph } from '../../src/validate/index.ts'
import { loadFlins } from '../support/flins.ts'
import { checkWithPublishedShapes, publishedShapesFile } from './schemaorg-shapes.ts'

describe('the Flins graph', () => {
  it('has no SHACL violation, no unknown schema.org term, no wrong domain and no wrong range', async () => {
    const { site, store } = await loadFlins()
    const { ontology, ontologyDocuments, config } = site
    const { base, languages } = config
    const dataset = new Store([...store])
    const report = await validateGraph({
      dataset,
      ontology,
      ontologyDocuments,
      base,
      languages,
      factory: DataFactory,
    })
    deepStrictEqual(
      report.results.filter(({ severity }) => severity !== 'info'),
      [],
    )
  })

  it('conforms to the shapes that schema.org publishes', async function () {
    // The shapes are in ../shared, which is not part of the project.
    if (!existsSync(publishedShapesFile)) this.skip()
    const { site, store } = await loadFlins()
    const graph = DataFactory.namedNode(graphIri(site.config.base, 'schema'))
    const report = await checkWithPublishedShapes([...store.match(null, null, null, graph)])
    deepStrictEqual(report.results, [])
  })
})
