import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import {
  contextFromOntology,
  printJsonLd,
  publishedContextIri,
  toJsonLd,
} from '../../export/index.ts'
import type { View } from '../../export/index.ts'
import type { RdfFormatName } from '../../formats.ts'
import { serializeToString } from '../../rdf/index.ts'
import type { SiteVersion } from '../context.ts'
import { inlineContext } from './inline-context.ts'

/** How to write the quads of a document. */
export interface RenderOptions {
  readonly format: RdfFormatName
  readonly view: View
  /** The IRI that the document is about, which comes first. */
  readonly about: string
  readonly version: SiteVersion
}

/** Writes the quads of a document in one format, for people and programs. */
export async function renderQuads(quads: Iterable<Quad>, options: RenderOptions): Promise<string> {
  const { format, about, version } = options
  if (format === 'jsonld') return renderJsonLd(quads, options)
  const { prefixes } = version
  return serializeToString(quads, { format, prefixes, pretty: true, firstSubject: about })
}

async function renderJsonLd(quads: Iterable<Quad>, options: RenderOptions): Promise<string> {
  const { view, about, version } = options
  const { site, base } = version
  const { ontology } = site
  const document = await toJsonLd(quads, {
    view,
    root: about,
    ontology,
    base,
    factory: DataFactory,
  })
  const context = contextFromOntology(ontology, base, DataFactory)
  return printJsonLd(inlineContext(document, publishedContextIri(base), context))
}
