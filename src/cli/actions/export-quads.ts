import { DataFactory } from 'n3'
import { rdfFormats } from '../../formats.ts'
import type { RdfFormat } from '../../formats.ts'
import { exportEntity, exportGraph, printJsonLd, toJsonLd } from '../../export/index.ts'
import type { View } from '../../export/index.ts'
import { serializeRdf } from '../../rdf/index.ts'
import type { OpenSite } from '../open-site.ts'

/** What is exported, and how. */
export interface ExportRequest {
  /** The IRI of the entity; without one, the whole graph. */
  readonly entity?: string | undefined
  readonly view: View
  readonly format: RdfFormat
}

/** Serializes a view of a site, or of one of its entities, as a document that people can read. */
export async function* exportText(open: OpenSite, request: ExportRequest): AsyncGenerator<string> {
  const { entity, view, format } = request
  const { base, store, site, prefixes } = open
  const isTree = format === rdfFormats.jsonld && entity !== undefined
  const keepGraphs = format.quads && view === 'all' && !isTree
  const options = { view, keepGraphs, base, factory: DataFactory }
  const quads =
    entity === undefined ? exportGraph(store, options) : exportEntity(store, entity, options)
  if (format === rdfFormats.jsonld) {
    const { ontology } = site
    const root = entity === undefined ? {} : { root: entity }
    const document = await toJsonLd(quads, { view, ontology, base, factory: DataFactory, ...root })
    yield printJsonLd(document)
  } else {
    const first = entity === undefined ? {} : { firstSubject: entity }
    yield* serializeRdf(quads, { format: format.name, prefixes, pretty: true, ...first })
  }
}
