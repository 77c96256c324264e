import { DataFactory } from 'n3'
import { contextFromOntology, labelBlankNodes, printJsonLd } from '../../export/index.ts'
import type { Chunks } from '../../export/index.ts'
import { rdfFormats } from '../../formats.ts'
import { graphIri, serializeRdf } from '../../rdf/index.ts'
import { factsJsonSchema } from '../../sources/index.ts'
import { readShapes, shapesFromOntology } from '../../validate/index.ts'
import type { OpenSite } from '../open-site.ts'
import { exportText } from './export-quads.ts'

/** A file that a build writes: its name, what it is for, and its content. */
export interface BuildFile {
  readonly name: string
  readonly title: string
  readonly content: (open: OpenSite) => Chunks | Promise<Chunks>
}

/** Every file that a build writes. */
export const buildFiles: readonly BuildFile[] = [
  {
    name: 'graph.nq',
    title: 'all graphs',
    content: ({ store }) => serializeRdf(store, { format: 'n-quads' }),
  },
  {
    name: 'wikibase.ttl',
    title: 'the statements as Wikidata writes them',
    content: (open) => exportText(open, { view: 'wikibase', format: rdfFormats.turtle }),
  },
  {
    name: 'schema.ttl',
    title: 'the statements as schema.org has them',
    content: (open) => exportText(open, { view: 'schema', format: rdfFormats.turtle }),
  },
  {
    name: 'schema.jsonld',
    title: 'the same for web pages',
    content: (open) => exportText(open, { view: 'schema', format: rdfFormats.jsonld }),
  },
  {
    name: 'context.jsonld',
    title: 'the JSON-LD context of the site',
    content: ({ site: { ontology }, base }) => [
      printJsonLd({ '@context': contextFromOntology(ontology, base, DataFactory) }),
    ],
  },
  {
    name: 'dataset.ttl',
    title: 'what the data set is and how it was built',
    content: ({ store, base, prefixes }) => {
      const graph = DataFactory.namedNode(graphIri(base, 'dataset'))
      const quads = store.match(null, null, null, graph)
      return serializeRdf(quads, {
        format: 'turtle',
        prefixes,
        pretty: true,
      })
    },
  },
  {
    name: 'facts.schema.json',
    title: 'the JSON Schema by which editors check facts',
    content: ({ site: { ontology, config } }) => [
      `${JSON.stringify(factsJsonSchema(ontology, config.languages), undefined, 2)}\n`,
    ],
  },
  { name: 'shapes.ttl', title: 'the SHACL shapes that hold here', content: shapesText },
]

function shapesText({ site, base, prefixes }: OpenSite): Chunks {
  const { ontology, ontologyDocuments, config } = site
  const options = { base, factory: DataFactory, languages: config.languages }
  const files = ontologyDocuments.filter(({ file }) => file.endsWith('shapes.ttl'))
  const quads = [...shapesFromOntology(ontology, options), ...readShapes(files, base)]
  return serializeRdf(labelBlankNodes(quads, DataFactory), {
    format: 'turtle',
    prefixes,
    pretty: true,
  })
}
