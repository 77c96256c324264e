import type { Quad } from '@rdfjs/types'
import type { RdfFormatName } from '../../formats.ts'

/** Prefixes and the namespaces they stand for. */
export type Prefixes = Readonly<Record<string, string>>

/** How to write RDF. */
export interface SerializeOptions {
  readonly format: RdfFormatName
  /** For the formats that have prefixed names. */
  readonly prefixes?: Prefixes
  /**
   * Writes Turtle and TriG for people: sorted, each triple once, only the prefixes that are used.
   * Holds all quads in memory; without it, quads are written as they come.
   */
  readonly pretty?: boolean
  /** The IRI of the subject that comes first in pretty Turtle and TriG. */
  readonly firstSubject?: string
}

/** Quads as they come from a store, a parser or an array. */
export type Quads = AsyncIterable<Quad> | Iterable<Quad>

/** Writes quads in one format. */
export type Serialize = (quads: Quads, options: SerializeOptions) => AsyncIterable<string>
