import type { Literal, Term } from '@rdfjs/types'
import { rdf, xsd } from '../../vocabulary.ts'
import { checkBlankLabel, checkIri, checkLanguage, checkText, refuseTerm } from './check-term.ts'
import type { Prefixes } from './serialize-options.ts'

/** Writes an IRI, shortened where a prefix fits. */
export type WriteIri = (iri: string) => string

/**
 * Makes a function that shortens IRIs to prefixed names, where a prefix fits: its namespace is all up to the
 * last slash, hash or colon of the IRI.
 *
 * @see https://www.w3.org/TR/turtle/#grammar-production-PN_LOCAL
 */
export function createShortener(prefixes: Prefixes): (iri: string) => string | undefined {
  const byNamespace = new Map(Object.entries(prefixes).map(([prefix, iri]) => [iri, prefix]))
  return (iri) => {
    const end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'), iri.lastIndexOf(':')) + 1
    const prefix = byNamespace.get(iri.slice(0, end))
    if (prefix === undefined || !localName.test(iri.slice(end))) return undefined
    return `${prefix}:${iri.slice(end)}`
  }
}

/** Makes a function that writes IRIs as Turtle does, and calls back for each prefix it uses. */
export function createIriWriter(prefixes: Prefixes, onUse?: (prefix: string) => void): WriteIri {
  const shorten = createShortener(prefixes)
  return (iri) => {
    const short = shorten(iri)
    if (short === undefined) return `<${checkIri(iri)}>`
    onUse?.(short.slice(0, short.indexOf(':')))
    return short
  }
}

const localName = /^(?:\w(?:[\w.-]*[\w-])?)?$/

/** Writes a term of a triple as Turtle does. */
export function termToTurtle(term: Term, writeIri: WriteIri): string {
  switch (term.termType) {
    case 'NamedNode':
      return writeIri(term.value)
    case 'BlankNode':
      return `_:${checkBlankLabel(term.value)}`
    case 'Literal':
      return literalToTurtle(term, writeIri)
    default:
      return refuseTerm(term)
  }
}

/** Writes a predicate: `a` for rdf:type. */
export function predicateToTurtle(predicate: Term, writeIri: WriteIri): string {
  if (predicate.termType !== 'NamedNode') return refuseTerm(predicate)
  return predicate.value === rdf.type ? 'a' : writeIri(predicate.value)
}

function literalToTurtle({ value, language, datatype }: Literal, writeIri: WriteIri): string {
  if (language) return `${quote(value)}@${checkLanguage(language)}`
  if (datatype.value === xsd.string) return quote(value)
  if (shorthands[datatype.value]?.test(value)) return value
  return `${quote(value)}^^${writeIri(datatype.value)}`
}

/** The lexical forms that Turtle writes without quotes and datatype. */
const shorthands: Readonly<Record<string, RegExp>> = {
  [xsd.boolean]: /^(?:true|false)$/,
  [xsd.integer]: /^[+-]?\d+$/,
  [xsd.decimal]: /^[+-]?\d*\.\d+$/,
  [xsd.double]: /^[+-]?(?:\d+\.\d*|\.?\d+)[eE][+-]?\d+$/,
}

/** Writes a text between quotes, all on one line; control characters become escapes. */
export function quote(text: string): string {
  return `"${checkText(text).replace(special, escapeCharacter)}"`
}

// eslint-disable-next-line no-control-regex -- they are what must be escaped
const special = /["\\\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\b': '\\b',
  '\f': '\\f',
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return shortEscapes[character] ?? `\\u${code}`
}
