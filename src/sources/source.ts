import type { Readable } from 'node:stream'
import type { Entity, Origin, Statement } from '../statements/index.ts'
import type { Ontology } from '../rdf/ontology/ontology.ts'
import type { FactsIndex } from './facts/facts-index.ts'

/** What is wrong with the facts: a message that says what was found, what was expected, and where. */
export interface Problem {
  readonly severity: 'error' | 'warning'
  /** One sentence, without the place. */
  readonly message: string
  readonly origin: Origin
}

/** What a source yields, in the order of the file. */
export type SourceItem =
  | { readonly kind: 'entity'; readonly entity: Entity }
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** What a source needs to know to read a file. */
export interface SourceContext {
  readonly ontology: Ontology
  /** The site's base IRI, ends with a slash. */
  readonly base: string
  /** The name of the file, for origins. */
  readonly file: string
  /** The site's languages; a text without a language is in the first one (English where none is given). */
  readonly languages?: readonly string[]
  /** What the site's facts files define, for files that refer to it. */
  readonly index?: FactsIndex
  /** Reads a file that belongs to this one (CSVW metadata beside a CSV), by name relative to it. */
  readonly readSibling?: (name: string) => Promise<string | undefined>
}

/** Reads one kind of file. Never throws for bad content: each problem is an item, and reading goes on after it. */
export interface Source {
  readonly name: string
  readonly extensions: readonly string[]
  read(input: Readable, context: SourceContext): AsyncIterable<SourceItem>
}
