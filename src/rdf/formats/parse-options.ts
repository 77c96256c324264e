import type { DataFactory } from '@rdfjs/types'
import type { RdfFormatName } from '../../formats.ts'

/** How to read RDF. */
export interface ParseOptions {
  readonly format: RdfFormatName
  /** What relative IRIs are resolved against; without it they are errors. */
  readonly baseIri?: string | undefined
  readonly factory?: DataFactory
  /** What error messages call the input. */
  readonly file?: string
  /**
   * The JSON-LD contexts that documents may name, by IRI, each as the document found there.
   * All others are errors, unless `loadContext` loads them: contexts never come from the network by themselves.
   */
  readonly contexts?: ReadonlyMap<string, JsonLdContextDocument>
  /** Loads a context that is not among `contexts`. */
  readonly loadContext?: (iri: string) => Promise<JsonLdContextDocument>
  /**
   * Whether a JSON-LD document is known to follow the streaming profile, as those written here do:
   * then memory is bounded by the chunks, but a context that comes late is an error.
   */
  readonly streamingProfile?: boolean
  /** Whether keys of JSON-LD that no context maps to an IRI are errors (the default) or ignored. */
  readonly strict?: boolean
  /** Hears of the prefixes that a Turtle or TriG document declares. */
  readonly onPrefix?: (prefix: string, iri: string) => void
}

/** A JSON-LD document whose `@context` is of interest. */
export interface JsonLdContextDocument {
  readonly '@context': unknown
}

/** The options of one parse, all settled. */
export interface ParseContext extends ParseOptions {
  readonly factory: DataFactory
  readonly file: string
}
