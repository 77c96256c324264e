import type { Term } from '@rdfjs/types'
import { UsineError } from '../../errors.ts'

/** What nearly all IRIs look like, which is quick to see. */
const plainIri = /^[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-[\]_a-z~]*$/
const badInIri = /[\p{Cc} <>"{}|^`\\\p{Surrogate}]/u
const absolute = /^[A-Za-z][A-Za-z0-9+.-]*:/
const languageTag = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/
const blankLabel = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?$/u
/** Halves of characters, in pairs or alone: without any, there is no need to look closer. */
const half = /[\uD800-\uDFFF]/
const surrogate = /\p{Surrogate}/u

/**
 * Returns an IRI that can be written between angle brackets; all others are errors.
 * An escape would only hide the fault: no parser may accept such an IRI.
 *
 * @see https://www.w3.org/TR/turtle/#grammar-production-IRIREF
 */
export function checkIri(iri: string): string {
  if (plainIri.test(iri)) return iri
  const [bad] = badInIri.exec(iri) ?? []
  if (bad !== undefined) refuse(`<${iri}>`, `no IRI may hold ${nameCharacter(bad)}`)
  if (!absolute.test(iri)) refuse(`<${iri}>`, 'the IRI is relative')
  return iri
}

/** Returns a language tag that follows the grammar; all others are errors. */
export function checkLanguage(language: string): string {
  if (!languageTag.test(language))
    refuse(`"${language}"`, 'this is no language tag, such as fr or zh-hans')
  return language
}

/** Returns a text without lone halves of surrogate pairs, which no encoding can hold. */
export function checkText(text: string): string {
  if (half.test(text) && surrogate.test(text))
    refuse(`"${text.slice(0, 40)}"`, 'the text holds half a character (a lone surrogate)')
  return text
}

/** Returns the label of a blank node that Turtle, TriG and N-Quads can write. */
export function checkBlankLabel(label: string): string {
  if (!blankLabel.test(label)) refuse(`_:${label}`, 'this is no label for a blank node')
  return label
}

/** Throws because RDF 1.1 has no such term. */
export function refuseTerm(term: Term): never {
  return refuse(term.value || term.termType, `a ${term.termType} has no place here in RDF 1.1`)
}

/** Throws because a term cannot be written. */
export function refuse(term: string, reason: string): never {
  throw new UsineError('ERR_TERM_UNWRITABLE', { term, reason })
}

function nameCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return /[\p{Cc}\p{Surrogate} ]/u.test(character) ? `U+${code}` : character
}
