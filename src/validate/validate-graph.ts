import type { DataFactory, DatasetCore } from '@rdfjs/types'
import { Store } from 'n3'
import { graphIri, type Ontology, type OntologyDocument, type SiteGraph } from '../rdf/index.ts'
import { GraphView } from './graph-view.ts'
import { readShapes } from './read-shapes.ts'
import { mergeReports, type Report } from './report.ts'
import { checkSchemaOrg } from './schema-org/check-schema-org.ts'
import { validateShapes } from './shacl.ts'
import { shapesFromOntology } from './shapes/shapes-from-ontology.ts'

/** A loaded site, and what it is checked with. */
export interface ValidateOptions {
  /** The graphs of the site: `{base}graph/wikibase` and `{base}graph/schema` are checked. */
  readonly dataset: DatasetCore
  readonly ontology: Ontology
  /** The files of the ontology; the shapes in them are checked as well. */
  readonly ontologyDocuments?: readonly OntologyDocument[]
  /** The site's base IRI, ends with a slash. */
  readonly base: string
  /** The site's languages, the first first. */
  readonly languages?: readonly string[]
  readonly factory: DataFactory
}

/**
 * Checks a site: its Wikibase view against the shapes derived from the ontology and those the ontology brings, its
 * schema.org view against schema.org's own vocabulary.
 *
 * @see https://www.w3.org/TR/shacl/
 */
export async function validateGraph(options: ValidateOptions): Promise<Report> {
  const { dataset, ontology, ontologyDocuments = [], base, languages = [], factory } = options
  const view = (graph: SiteGraph) =>
    new GraphView(dataset, factory.namedNode(graphIri(base, graph)))
  const shapes = new Store([
    ...shapesFromOntology(ontology, { base, factory, languages }),
    ...readShapes(ontologyDocuments, base),
  ])
  return mergeReports([
    await validateShapes(view('wikibase'), shapes, factory),
    await checkSchemaOrg(view('schema'), factory),
  ])
}
