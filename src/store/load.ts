import type { DataFactory } from '@rdfjs/types'
import { loadSchemaTerms } from '../rdf/schema/index.ts'
import { siteGraphs } from '../rdf/site-graphs.ts'
import type { Site } from '../sources/index.ts'
import type { GraphStore } from './graph-store.ts'

/** Loads the graphs of a site into a store: both views of its statements, and its ontology. */
export async function loadSite(site: Site, store: GraphStore, factory: DataFactory): Promise<void> {
  const { base, license, languages } = site.config
  const { ontology, ontologyDocuments, entities } = site
  const terms = await loadSchemaTerms(factory)
  const facts = { base, license, languages, ontology, ontologyDocuments, entities }
  await store.import(siteGraphs(facts, { factory, terms }))
}
