import type { Reading } from '../facts/reading.ts'

/** What reading a table depends on. */
export interface TableContext extends Reading {
  /** The name of the CSV file, without folders. */
  readonly fileName: string
  /** Makes an IRI of one that is relative to the table, which is published at the site's base. */
  resolve(iri: string): string
}
