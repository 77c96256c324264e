import { SCHEMA } from '../terms.ts'
import type { Rule } from './rules.ts'

/** What the check found at one quad. */
export interface Finding {
  readonly rule: Rule
  /** What is wrong: the subject itself, that it has the property, or the value. */
  readonly place: 'node' | 'property' | 'value'
  readonly message: string
}

/** The name of a term as schema.org writes it: `Place`. Terms of others keep their IRI. */
export const nameOf = (iri: string): string =>
  iri.startsWith(SCHEMA) ? iri.slice(SCHEMA.length) : iri

/** Writes names as a sentence does: `Place, Product or Offer`. */
export function listNames(iris: readonly string[], conjunction: 'and' | 'or'): string {
  const names = iris.map(nameOf)
  const last = names.at(-1) ?? ''
  if (names.length < 2) return last
  return `${names.slice(0, -1).join(', ')} ${conjunction} ${last}`
}
