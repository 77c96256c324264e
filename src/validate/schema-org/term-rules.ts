import type { Quad } from '@rdfjs/types'
import type { SchemaTerms } from '../../rdf/index.ts'
import { didYouMean } from '../../sources/index.ts'
import { rdf, SCHEMA } from '../terms.ts'
import { type Finding, listNames, nameOf } from './finding.ts'

const HTTPS = SCHEMA.replace('http:', 'https:')

/**
 * Finds the schema.org property that a predicate is, if it is one. Actions annotate properties: `query-input`.
 *
 * @see https://schema.org/docs/actions.html
 */
export function findProperty(predicate: string, terms: SchemaTerms): string | undefined {
  const plain = predicate.replace(/-(?:input|output)$/, '')
  return terms.isProperty(plain) ? plain : undefined
}

/** Judges a predicate that is no property of schema.org. */
export function judgePredicate({ predicate }: Quad, terms: SchemaTerms): Finding {
  const { value } = predicate
  if (!value.startsWith(SCHEMA) && !value.startsWith(HTTPS))
    return {
      rule: 'foreign-term',
      place: 'property',
      message: `<${value}> is no term of schema.org`,
    }
  return judgeMissing(value, 'property', 'property', terms)
}

/** Judges the class that a quad gives its subject. */
export function judgeClass({ object }: Quad, terms: SchemaTerms): Finding | undefined {
  const { value } = object
  if (terms.isClass(value)) return undefined
  if (value.startsWith(SCHEMA) || value.startsWith(HTTPS))
    return judgeMissing(value, 'class', 'value', terms)
  const message = `<${value}> is no class of schema.org; schema:additionalType names classes of others`
  return { rule: 'foreign-term', place: 'value', message }
}

/** Says why schema.org has no such term, and which one is meant. */
export function judgeMissing(
  iri: string,
  kind: 'property' | 'class' | 'term',
  place: Finding['place'],
  terms: SchemaTerms,
): Finding {
  if (iri.startsWith(HTTPS)) {
    const message = `<${iri}> is in the namespace ${HTTPS}; data here use ${SCHEMA}`
    return { rule: 'wrong-namespace', place, message }
  }
  const name = nameOf(iri)
  const candidates = [...terms.list()].filter((term) => isKind(term, kind, terms)).map(nameOf)
  const message = `schema.org has no ${kind} "${name}"${didYouMean(name, candidates)}`
  return { rule: 'unknown-term', place, message }
}

function isKind(iri: string, kind: string, terms: SchemaTerms): boolean {
  if (kind === 'term') return true
  return kind === 'class' ? terms.isClass(iri) : terms.isProperty(iri)
}

/** Advises on each term that is superseded, or pending and so may still change; once, however often it is used. */
export function adviseTerms(
  quads: readonly Quad[],
  terms: SchemaTerms,
): { readonly term: string; readonly finding: Finding }[] {
  const uses = new Map<string, number>()
  for (const { predicate, object } of quads) {
    const term = predicate.value === rdf.type ? object.value : findProperty(predicate.value, terms)
    if (term !== undefined) uses.set(term, (uses.get(term) ?? 0) + 1)
  }
  return [...uses].flatMap(([term, count]) => {
    const finding = adviseTerm(term, count, terms)
    return finding ? [{ term, finding }] : []
  })
}

function adviseTerm(term: string, count: number, terms: SchemaTerms): Finding | undefined {
  const times = count === 1 ? 'once' : `${count} times`
  const replacements = terms.supersededBy(term)
  if (replacements.length > 0) {
    const message = `"${nameOf(term)}" (used ${times}) is superseded by ${listNames(replacements, 'or')}`
    return { rule: 'superseded-term', place: 'node', message }
  }
  const section = terms.sectionOf(term)
  if (section !== 'pending' && section !== 'attic') return undefined
  const message = `"${nameOf(term)}" (used ${times}) is in schema.org's ${section} section and may change`
  return { rule: 'pending-term', place: 'node', message }
}
