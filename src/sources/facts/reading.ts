import type { Ontology, Property } from '../../rdf/ontology/ontology.ts'
import type { Origin } from '../../statements/index.ts'
import { quote } from '../parsed.ts'
import type { Report } from '../report.ts'
import type { FactsIndex } from './facts-index.ts'

/** What reading facts depends on. */
export interface FactsContext {
  readonly ontology: Ontology
  /** The site's base IRI, ends with a slash. */
  readonly base: string
  /** The site's languages; a text without a language is in the first one (English where none is given). */
  readonly languages?: readonly string[]
}

/** What every reader of a part of the facts gets. */
export interface Reading extends FactsContext {
  readonly index: FactsIndex
  readonly report: Report
}

/** The language of a text that names none. */
export const defaultLanguage = ({ languages }: Pick<FactsContext, 'languages'>): string =>
  languages?.[0] ?? 'en'

/** Finds a property that the facts format itself needs, and reports where the ontology lacks it. */
export function requireProperty(
  key: string,
  origin: Origin,
  { ontology, report }: Reading,
): Property | undefined {
  const property = ontology.properties.get(key)
  if (!property)
    report.error(origin, `The ontology has no property ${quote(key)}, which this needs`)
  return property
}
