import type { SiteFile } from '../../sources/index.ts'
import type { Terms } from '../../statements/index.ts'

/** What `usine.yaml` says that a description of the data set repeats. */
export interface DatasetInfo {
  readonly base: string
  readonly title: Terms
  readonly description: Terms
  readonly publisher?: { readonly name: string; readonly url?: string }
  /** An IRI. */
  readonly license: string
  readonly languages: readonly string[]
  /** The id of the entity to show as an example. */
  readonly defaultEntity?: string
}

/** How large a data set is, each triple counted once whatever graphs it is in. */
export interface DatasetCounts {
  readonly triples: number
  readonly entities: number
  readonly subjects: number
  readonly objects: number
  readonly properties: number
  readonly classes: number
  /** `owl:sameAs` links to Wikidata. */
  readonly links: number
  /** Triples by name of the graph. */
  readonly graphs: ReadonlyMap<string, number>
}

/** How a data set came about. */
export interface BuildInfo {
  /** The version of usine. */
  readonly version: string
  readonly files: readonly SiteFile[]
  /** When it was built, as xsd:dateTime; left out unless given, so that the same facts give the same description. */
  readonly endedAt?: string
}
