import { DataFactory } from 'n3'
import {
  contextFromOntology,
  datasetIri,
  dumpIri,
  labelBlankNodes,
  printJsonLd,
} from '../../export/index.ts'
import { listFormats, rdfFormats } from '../../formats.ts'
import { serializeToString } from '../../rdf/index.ts'
import { factsJsonSchema } from '../../sources/index.ts'
import { readShapes, shapesFromOntology } from '../../validate/index.ts'
import { SCHEMA } from '../../vocabulary.ts'
import { catalogueOf } from '../catalogue/index.ts'
import type { Routes, SiteVersion } from '../context.ts'
import { rdfDocumentFormats } from '../documents/document-formats.ts'
import type { WebLink } from '../documents/links.ts'
import { plainDocument } from '../documents/node-documents.ts'
import { answerDocument } from '../documents/quads-document.ts'
import { getDump } from '../documents/dumps.ts'
import { measuresDumps, servedDataset } from '../documents/served-dataset.ts'
import { negotiate } from '../negotiate.ts'
import type { Redirect, Representation } from '../respond/answer.ts'
import { basePath } from '../respond/paths.ts'
import { getResponder } from '../respond/responder.ts'
import type { Decide, NegotiatedHeader } from '../respond/responder.ts'
import { renderDatasetPage } from '../pages/dataset/dataset-page.ts'
import type { Download } from '../pages/dataset/downloads.ts'
import { renderHomePage } from '../pages/home/home-page.ts'
import type { PageContext } from '../pages/page-context.ts'
import { answerPage } from './page-answers.ts'
import { rawQuery } from './parameters.ts'

/** Routes of the site as a whole: its home page, its description, and what its ontology gives. */
export const datasetRoutes: Routes = (app, context) => {
  const { handler } = getResponder(context)
  const get = (url: string, decide: Decide, negotiated: readonly NegotiatedHeader[] = []): void => {
    app.route({ method: ['GET', 'HEAD'], url, handler: handler(decide, negotiated) })
  }
  get(
    '/',
    (request, version) => {
      const links = datasetLinks(version)
      const format = negotiate(request.headers.accept, [homeOffer, ...rdfDocumentFormats])
      if (format === homeOffer || !format)
        return answerPage(
          { request, version },
          {
            path: '/',
            links,
            vary: 'Accept',
            render: async (page) => renderHomePage(await catalogueOf(version), page),
          },
        )
      return seeOther('/dataset', rawQuery(request), version)
    },
    ['accept', 'accept-language'],
  )
  get(
    '/dataset',
    (request, version) => {
      const document = {
        ...describe(version),
        renderPage: async (page: PageContext) =>
          renderDatasetPage(
            { catalogue: await catalogueOf(version), downloads: await listDownloads(version) },
            page,
          ),
      }
      return answerDocument(document, { request, version })
    },
    ['accept', 'accept-language'],
  )
  get('/.well-known/void', (request, version) => seeOther('/dataset', rawQuery(request), version))
  get('/context.jsonld', (_, version) =>
    fixed('application/ld+json', '/context.jsonld', () => {
      const { site, base } = version
      return printJsonLd({ '@context': contextFromOntology(site.ontology, base, DataFactory) })
    }),
  )
  get('/shapes.ttl', (_, version) =>
    fixed('text/turtle; charset=utf-8', '/shapes.ttl', () => writeShapes(version)),
  )
  get('/facts.schema.json', (_, { site: { ontology, config } }) =>
    fixed('application/schema+json', '/facts.schema.json', () => {
      return `${JSON.stringify(factsJsonSchema(ontology, config.languages), undefined, 2)}\n`
    }),
  )
}

const homeOffer = { mediaTypes: ['text/html', 'application/xhtml+xml'] }

const seeOther = (path: string, query: string, { base }: SiteVersion): Redirect => ({
  kind: 'redirect',
  isPermanent: false,
  location: basePath(base) + path + query,
  headers: { vary: 'Accept' },
})

const fixed = (
  contentType: string,
  path: string,
  render: () => string | Promise<string>,
): Representation => ({ kind: 'representation', key: path, contentType, headers: {}, render })

/** The description of the data set: DCAT, VoID, schema.org and PROV-O. */
const describe = (version: SiteVersion) =>
  plainDocument({
    path: '/dataset',
    about: datasetIri(version.base),
    quads: () => servedDataset(version),
    version,
    links: dumpLinks(version),
  })

const listDownloads = (version: SiteVersion): Promise<Download[]> =>
  Promise.all(
    listFormats().map(async (format) => {
      if (!measuresDumps(version)) return { format }
      const { bytes, sha256 } = await getDump(version, { format, isCompressed: false })
      return { format, file: { size: bytes.length, sha256: sha256.toString('hex') } }
    }),
  )

/** Links to the dumps, and what the data set is. */
const dumpLinks = (version: SiteVersion): WebLink[] => [
  { href: `${SCHEMA}Dataset`, rel: 'type' },
  ...listFormats().map((format) => ({
    href: basePath(version.base) + new URL(dumpIri('http://x/', format)).pathname,
    rel: 'item',
    type: format.mediaTypes[0],
  })),
]

const datasetLinks = (version: SiteVersion): WebLink[] => [
  { href: datasetIri(version.base), rel: 'cite-as' },
  { href: version.site.config.license, rel: 'license' },
  { href: `${SCHEMA}AboutPage`, rel: 'type' },
  ...rdfDocumentFormats.map(({ name, mediaTypes: [type] }) => ({
    href: `${basePath(version.base)}/dataset?format=${name}`,
    rel: 'describedby',
    type,
  })),
  ...dumpLinks(version),
]

function writeShapes({ site, base, prefixes }: SiteVersion): Promise<string> {
  const { ontology, ontologyDocuments, config } = site
  const options = { base, factory: DataFactory, languages: config.languages }
  const files = ontologyDocuments.filter(({ file }) => file.endsWith('shapes.ttl'))
  const quads = [...shapesFromOntology(ontology, options), ...readShapes(files, base)]
  return serializeToString(labelBlankNodes(quads, DataFactory), {
    format: rdfFormats.turtle.name,
    prefixes,
    pretty: true,
  })
}
