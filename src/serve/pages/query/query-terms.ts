import type { OntologyTerm } from '../../../rdf/index.ts'
import { dialectPrefixes } from '../../workers/dialect-prefixes.ts'
import type { SiteVersion } from '../../context.ts'
import { pickText } from '../values/link.ts'

/** A property or a class, as queries name it. */
export interface QueryTerm {
  readonly kind: 'property' | 'class'
  /** Of a class; of a property, that of its direct predicate. */
  readonly name: string
  readonly label: string
  readonly comment?: string
}

/** What the editor of queries completes. */
export interface QueryTerms {
  readonly prefixes: Readonly<Record<string, string>>
  readonly terms: readonly QueryTerm[]
}

/** Lists what the editor of queries completes, in a language. */
export function listQueryTerms(version: SiteVersion, language: string): QueryTerms {
  const prefixes = { ...dialectPrefixes, ...version.prefixes }
  const { properties, classes } = version.site.ontology
  const describe = (kind: QueryTerm['kind'], term: OntologyTerm): QueryTerm => {
    const comment = pickText(term.comments, { language })?.text
    return {
      kind,
      name: nameOf(kind, term, version),
      label: pickText(term.labels, { language })?.text ?? term.key,
      ...(comment !== undefined && { comment }),
    }
  }
  return {
    prefixes,
    terms: [
      ...[...properties.values()].map((term) => describe('property', term)),
      ...[...classes.values()].map((term) => describe('class', term)),
    ],
  }
}

/** Terms of the site's own ontology have predicates of its own: `ewdt:` instead of `wdt:`. */
function nameOf(kind: QueryTerm['kind'], term: OntologyTerm, { prefixes }: SiteVersion): string {
  const { wd = '', ont = '' } = prefixes
  const isOwn = !term.entityIri.startsWith(wd)
  const local = term.entityIri.slice((isOwn ? ont : wd).length)
  if (kind === 'property') return `${isOwn ? 'ewdt' : 'wdt'}:${local}`
  return `${isOwn ? 'ont' : 'wd'}:${local}`
}
