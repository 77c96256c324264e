import type { Origin } from '../../statements/index.ts'

/** A stretch of a text in Unicode code points from 0; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** An entity that a facts file defines. */
export interface KnownEntity {
  readonly id: string
  readonly iri: string
  readonly origin: Origin
}

/** A source that a facts file defines: an entity with `document`. */
export interface KnownSource {
  /** What references call it. */
  readonly key: string
  readonly entity: KnownEntity
  /** SHA-256 of the document, 64 hexadecimal digits in lower case. */
  readonly sha256?: string
  /** Length of the document in Unicode code points. */
  readonly length?: number
  /** The document's sections; without them any section may be named. */
  readonly sections?: ReadonlyMap<string, Span>
  readonly origin: Origin
}

/** What all facts files of a site define together, so that any of them can refer to it. */
export interface FactsIndex {
  readonly entities: ReadonlyMap<string, KnownEntity>
  readonly sources: ReadonlyMap<string, KnownSource>
}

/** The index of a site without facts files. */
export const emptyIndex: FactsIndex = { entities: new Map(), sources: new Map() }
