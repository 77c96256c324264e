import { rdfFormats, resultFormats } from '../../formats.ts'
import type { QueryType } from '../../query/index.ts'
import type { Offer } from '../negotiate.ts'

/** A format that the answer of a saved query comes in. */
export interface QueryFormat extends Offer {
  /** The name of the format, or `html` for the page. */
  readonly name: string
  readonly title: string
  readonly mediaTypes: readonly [string, ...string[]]
  readonly extensions: readonly [string, ...string[]]
}

/** The page about an answer. */
export const pageFormat: QueryFormat = {
  name: 'html',
  title: 'Page',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  extensions: ['html'],
}

const { json, xml, csv, tsv } = resultFormats
const { turtle, jsonld, rdfxml, trig } = rdfFormats
const graphFormats = [turtle, jsonld, rdfFormats['n-triples'], rdfxml, trig, rdfFormats['n-quads']]

/** The formats of each type of query, the first one for clients that ask for none. */
export const queryFormats: Readonly<Record<QueryType, readonly QueryFormat[]>> = {
  select: [json, xml, csv, tsv, pageFormat],
  ask: [json, xml, pageFormat],
  construct: [...graphFormats, pageFormat],
  describe: [...graphFormats, pageFormat],
}

/** Finds a format by name, extension or media type, as `?format=` and the ends of paths give it. */
export function findQueryFormat(
  formats: readonly QueryFormat[],
  word: string,
): QueryFormat | undefined {
  const name = word.toLowerCase()
  return formats.find(
    (format) =>
      format.name === name || format.extensions.includes(name) || format.mediaTypes.includes(name),
  )
}

/** The Content-Type of a media type: all text is UTF-8. */
export const contentTypeOf = (mediaType: string): string =>
  mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType
