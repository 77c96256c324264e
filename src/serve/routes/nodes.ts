import { UsineError } from '../../errors.ts'
import { graphIri } from '../../rdf/index.ts'
import type { SiteGraph } from '../../rdf/index.ts'
import { catalogueOf } from '../catalogue/index.ts'
import type { Routes, SiteVersion } from '../context.ts'
import { htmlFormat } from '../documents/document-formats.ts'
import { entityFormats, entityPaths } from '../documents/links.ts'
import { graphDocument, nodeDocument } from '../documents/node-documents.ts'
import { answerDocument } from '../documents/quads-document.ts'
import type { QuadsDocument } from '../documents/quads-document.ts'
import { siteIndex } from '../documents/site-index.ts'
import { negotiate } from '../negotiate.ts'
import { findTerm as findKnownTerm } from '../pages/ontology/find-term.ts'
import { renderOntologyPage } from '../pages/ontology/overview-page.ts'
import { renderTermPage } from '../pages/ontology/term-page.ts'
import type { Answer } from '../respond/answer.ts'
import { encodePart } from '../respond/paths.ts'
import { getResponder } from '../respond/responder.ts'
import type { Decide } from '../respond/responder.ts'
import { pathPart, rawQuery } from './parameters.ts'

/** What a path finds; undefined where it finds nothing. */
type FindDocument = (name: string, version: SiteVersion) => QuadsDocument | undefined

/** Routes of everything else that has an IRI: statements, values, references, terms, predicates and graphs. */
export const nodeRoutes: Routes = (app, context) => {
  const { handler } = getResponder(context)
  const get = (url: string, decide: Decide): void => {
    const negotiated = ['accept', 'accept-language'] as const
    app.route({ method: ['GET', 'HEAD'], url, handler: handler(decide, negotiated) })
  }
  const answerWith =
    (find: FindDocument): Decide =>
    (request, version) => {
      const document = find(pathPart(request, '*'), version)
      if (!document) throw new UsineError('ERR_PATH_NOT_FOUND', { path: request.url.slice(0, 200) })
      return answerDocument(document, { request, version })
    }
  get('/statement/:name', decideStatement)
  for (const folder of ['value', 'reference', 'prop', '.well-known/genid']) {
    get(
      `/${folder}/*`,
      answerWith((name, version) =>
        nodeDocument(pathOf(folder, name), [`${version.base}${folder}/${name}`], version),
      ),
    )
  }
  get('/ontology/*', answerWith(findTerm))
  get(
    '/ontology',
    answerWith((_, version) => ontologyDocument(version)),
  )
  get('/graph/*', answerWith(findGraph))
}

const pathOf = (folder: string, name: string): string =>
  `/${folder}/${name.split('/').map(encodePart).join('/')}`

/** A statement is told in the documents of its entity. */
const decideStatement: Decide = (request, version): Answer => {
  const name = pathPart(request, 'name')
  const { ownerOfStatement, byId } = siteIndex(version)
  const owner = ownerOfStatement.get(name)
  const entity = owner === undefined ? undefined : byId.get(owner)
  if (!entity) throw new UsineError('ERR_PATH_NOT_FOUND', { path: request.url.slice(0, 200) })
  const { page, data } = entityPaths({ entity, version })
  const offers = [...entityFormats, htmlFormat]
  const format = negotiate(request.headers.accept, offers)
  if (!format) {
    const known = offers.map(({ mediaTypes: [mediaType] }) => mediaType).join(', ')
    const value = request.headers.accept ?? ''
    throw new UsineError('ERR_NOT_ACCEPTABLE', { header: 'Accept', value, known })
  }
  const query = rawQuery(request)
  return {
    kind: 'redirect',
    isPermanent: false,
    location: format.name === 'html' ? `${page}${query}#${name}` : data + query,
    headers: { vary: 'Accept, Accept-Profile' },
  }
}

/** The whole ontology, whose terms are named under its own name and a slash. */
function ontologyDocument(version: SiteVersion): QuadsDocument {
  const document = graphDocument('/ontology', graphIri(version.base, 'ontology'), version)
  return {
    ...document,
    about: `${version.base}ontology`,
    renderPage: async (page) => renderOntologyPage(await catalogueOf(version), page),
  }
}

/** A term of the ontology, together with the entity of Wikidata that statements name in its place. */
const findTerm: FindDocument = (key, version) => {
  if (key === '') return ontologyDocument(version)
  const known = findKnownTerm(key, version.site.ontology)
  const iris = [`${version.base}ontology/${key}`, ...(known ? [known.term.entityIri] : [])]
  const document = nodeDocument(pathOf('ontology', key), [...new Set(iris)], version)
  if (!document || !known) return document
  return {
    ...document,
    renderPage: async (page) => renderTermPage(known, await catalogueOf(version), page),
  }
}

const graphNames: readonly string[] = [
  'wikibase',
  'schema',
  'ontology',
  'dataset',
] satisfies SiteGraph[]

const findGraph: FindDocument = (name, version) =>
  graphNames.includes(name)
    ? graphDocument(`/graph/${name}`, graphIri(version.base, name as SiteGraph), version)
    : undefined
