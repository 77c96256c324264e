import { distance } from 'fastest-levenshtein'
import { UsineError } from './errors.ts'

/** What every format has: how it is called, announced and recognized. */
interface Format {
  /** What people type. */
  readonly name: string
  readonly title: string
  /** The first one is sent, all are understood. */
  readonly mediaTypes: readonly [string, ...string[]]
  /** Without the dot; the first one names new files. */
  readonly extensions: readonly [string, ...string[]]
}

/** A serialization of RDF. */
export interface RdfFormat extends Format {
  readonly name: RdfFormatName
  /** Whether it keeps the graph of a quad. */
  readonly quads: boolean
  /** The name of the format in `http://www.w3.org/ns/formats/`. */
  readonly iri: string
}

/** A serialization of the solutions of a SPARQL query. */
export interface ResultFormat extends Format {
  readonly name: ResultFormatName
  /** The name of the format in `http://www.w3.org/ns/formats/`; what is for eyes only has none. */
  readonly iri: string | undefined
  /** Whether it can hold the answer of an ASK query. */
  readonly boolean: boolean
}

/** Names an RDF format. */
export type RdfFormatName = 'turtle' | 'trig' | 'n-triples' | 'n-quads' | 'jsonld' | 'rdfxml'

/** Names a format of query results. */
export type ResultFormatName = 'table' | 'json' | 'csv' | 'tsv' | 'xml'

const W3C = 'http://www.w3.org/ns/formats/'

/**
 * Every RDF format, by name.
 *
 * @see https://www.w3.org/ns/formats/
 */
export const rdfFormats: { readonly [Name in RdfFormatName]: RdfFormat & { readonly name: Name } } =
  {
    turtle: {
      name: 'turtle',
      title: 'Turtle',
      mediaTypes: ['text/turtle', 'application/x-turtle'],
      extensions: ['ttl', 'turtle'],
      quads: false,
      iri: `${W3C}Turtle`,
    },
    trig: {
      name: 'trig',
      title: 'TriG',
      mediaTypes: ['application/trig', 'application/x-trig'],
      extensions: ['trig'],
      quads: true,
      iri: `${W3C}TriG`,
    },
    'n-triples': {
      name: 'n-triples',
      title: 'N-Triples',
      mediaTypes: ['application/n-triples'],
      extensions: ['nt', 'ntriples'],
      quads: false,
      iri: `${W3C}N-Triples`,
    },
    'n-quads': {
      name: 'n-quads',
      title: 'N-Quads',
      mediaTypes: ['application/n-quads', 'text/x-nquads'],
      extensions: ['nq', 'nquads'],
      quads: true,
      iri: `${W3C}N-Quads`,
    },
    jsonld: {
      name: 'jsonld',
      title: 'JSON-LD',
      mediaTypes: ['application/ld+json'],
      extensions: ['jsonld'],
      quads: true,
      iri: `${W3C}JSON-LD`,
    },
    rdfxml: {
      name: 'rdfxml',
      title: 'RDF/XML',
      mediaTypes: ['application/rdf+xml'],
      extensions: ['rdf', 'owl'],
      quads: false,
      iri: `${W3C}RDF_XML`,
    },
  }

/**
 * Every format of query results, by name.
 *
 * @see https://www.w3.org/TR/sparql11-overview/#sparql11-results
 */
export const resultFormats: {
  readonly [Name in ResultFormatName]: ResultFormat & { readonly name: Name }
} = {
  table: {
    name: 'table',
    title: 'Table for terminals',
    mediaTypes: ['text/plain'],
    extensions: ['txt'],
    iri: undefined,
    boolean: true,
  },
  json: {
    name: 'json',
    title: 'SPARQL results in JSON',
    mediaTypes: ['application/sparql-results+json', 'application/json'],
    extensions: ['srj', 'json'],
    iri: `${W3C}SPARQL_Results_JSON`,
    boolean: true,
  },
  csv: {
    name: 'csv',
    title: 'SPARQL results in CSV',
    mediaTypes: ['text/csv'],
    extensions: ['csv'],
    iri: `${W3C}SPARQL_Results_CSV`,
    boolean: false,
  },
  tsv: {
    name: 'tsv',
    title: 'SPARQL results in TSV',
    mediaTypes: ['text/tab-separated-values'],
    extensions: ['tsv'],
    iri: `${W3C}SPARQL_Results_TSV`,
    boolean: false,
  },
  xml: {
    name: 'xml',
    title: 'SPARQL results in XML',
    mediaTypes: ['application/sparql-results+xml', 'application/xml'],
    extensions: ['srx', 'xml'],
    iri: `${W3C}SPARQL_Results_XML`,
    boolean: true,
  },
}

/** Every RDF format, in the order in which they are listed to people. */
export const listFormats = (): readonly RdfFormat[] => Object.values(rdfFormats)

/** Every format of query results, in the order in which they are listed to people. */
export const listResultFormats = (): readonly ResultFormat[] => Object.values(resultFormats)

/** Gets an RDF format by name, media type or file extension. */
export function getFormat(name: string): RdfFormat {
  return findFormat(listFormats(), name) ?? unknown(name, listFormats())
}

/** Gets a format of query results by name, media type or file extension. */
export function getResultFormat(name: string): ResultFormat {
  return findFormat(listResultFormats(), name) ?? unknown(name, listResultFormats())
}

/** Finds an RDF format by the extension of a file name: `flins.ttl`, `.ttl`, `ttl`. */
export function findFormatByExtension(file: string): RdfFormat | undefined {
  return byExtension(listFormats(), file)
}

/** Finds an RDF format by media type; parameters such as `charset` are ignored. */
export function findFormatByMediaType(mediaType: string): RdfFormat | undefined {
  return byMediaType(listFormats(), mediaType)
}

/** Finds a format of query results by the extension of a file name. */
export function findResultFormatByExtension(file: string): ResultFormat | undefined {
  return byExtension(listResultFormats(), file)
}

/** Finds a format of query results by media type; parameters such as `charset` are ignored. */
export function findResultFormatByMediaType(mediaType: string): ResultFormat | undefined {
  return byMediaType(listResultFormats(), mediaType)
}

function findFormat<T extends Format>(formats: readonly T[], text: string): T | undefined {
  const name = text.trim().toLowerCase()
  return (
    formats.find((format) => format.name === name) ??
    byMediaType(formats, name) ??
    (/^\.?\w+$/.test(name) ? byExtension(formats, name) : undefined)
  )
}

function byExtension<T extends Format>(formats: readonly T[], file: string): T | undefined {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase()
  return formats.find(({ extensions }) => extensions.includes(extension))
}

function byMediaType<T extends Format>(formats: readonly T[], text: string): T | undefined {
  const [mediaType = ''] = text.split(';')
  return formats.find(({ mediaTypes }) => mediaTypes.includes(mediaType.trim().toLowerCase()))
}

function unknown(name: string, formats: readonly Format[]): never {
  const known = formats.map((format) => `${format.name} (.${format.extensions[0]})`).join(', ')
  throw new UsineError('ERR_FORMAT_UNKNOWN', { name, known, suggestion: suggest(name, formats) })
}

/** A name that is at most two slips of the fingers away, as ` - did you mean "turtle"?`. */
function suggest(name: string, formats: readonly Format[]): string {
  const slips = (candidate: string) => distance(name.toLowerCase(), candidate)
  const names = formats.flatMap((format) => [format.name, ...format.mediaTypes])
  const [nearest] = names.toSorted((a, b) => slips(a) - slips(b))
  return nearest !== undefined && slips(nearest) <= 2 ? ` - did you mean "${nearest}"?` : ''
}
