import { listFormats, rdfFormats } from '../../formats.ts'
import type { RdfFormatName } from '../../formats.ts'
import type { Offer } from '../negotiate.ts'

/** A format that documents come in. */
export interface DocumentFormat extends Offer {
  readonly name: RdfFormatName | 'wikibase-json' | 'html'
  readonly title: string
  readonly mediaTypes: readonly [string, ...string[]]
  readonly extension: string
  /** What is sent as Content-Type. */
  readonly contentType: string
}

const textTypes = /^text\//

/** The RDF formats, in the order in which equally wanted ones are taken. */
export const rdfDocumentFormats: readonly DocumentFormat[] = [
  rdfFormats.turtle,
  rdfFormats.jsonld,
  ...listFormats().filter(({ name }) => name !== 'turtle' && name !== 'jsonld'),
].map(({ name, title, mediaTypes, extensions }) => ({
  name,
  title,
  mediaTypes,
  extension: extensions[0],
  contentType: textTypes.test(mediaTypes[0]) ? `${mediaTypes[0]}; charset=utf-8` : mediaTypes[0],
}))

/** The JSON of Wikibase. */
export const wikibaseJsonFormat: DocumentFormat = {
  name: 'wikibase-json',
  title: 'Wikibase JSON',
  mediaTypes: ['application/json'],
  extension: 'json',
  contentType: 'application/json; charset=utf-8',
}

/** Pages for people. */
export const htmlFormat: DocumentFormat = {
  name: 'html',
  title: 'HTML',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  extension: 'html',
  contentType: 'text/html; charset=utf-8',
}
