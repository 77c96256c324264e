import type { ResultFormatName } from '../../formats.ts'
import type { Prefixes } from '../../rdf/index.ts'

/** How to write the solutions of a query. */
export interface ResultOptions {
  readonly format: ResultFormatName
  /** Shorten IRIs in tables. */
  readonly prefixes?: Prefixes
  /** How many columns of text a table may take; without it, as many as it needs. */
  readonly width?: number | undefined
}
