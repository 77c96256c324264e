import type { BaseQuad, Literal, Term } from '@rdfjs/types'
import { xsd } from '../../vocabulary.ts'

/** How many bytes are collected before they are written. */
const BATCH = 65_536

/** What no IRI may contain as it is. */
// eslint-disable-next-line no-control-regex -- IRIREF excludes control characters
const IRI_SPECIAL = /[\u0000-\u0020<>"{}|^`\\]/
// eslint-disable-next-line no-control-regex -- as above
const IRI_SPECIALS = /[\u0000-\u0020<>"{}|^`\\]/g
/** What is escaped in a literal: what the grammar excludes, and control characters, as canonical N-Triples has it. */
// eslint-disable-next-line no-control-regex -- as above
const TEXT_SPECIAL = /["\\\u0000-\u001f\u007f]/
// eslint-disable-next-line no-control-regex -- as above
const TEXT_SPECIALS = /["\\\u0000-\u001f\u007f]/g

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
}

const toUnicodeEscape = (sign: string): string =>
  `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * Writes an IRI with its angle brackets.
 *
 * @see https://www.w3.org/TR/n-quads/#grammar-production-IRIREF
 */
export const writeIri = (iri: string): string =>
  IRI_SPECIAL.test(iri) ? `<${iri.replace(IRI_SPECIALS, toUnicodeEscape)}>` : `<${iri}>`

/**
 * Writes a literal.
 *
 * @see https://www.w3.org/TR/n-quads/#grammar-production-literal
 */
export function writeLiteral({ value, language, datatype }: Literal): string {
  const text = TEXT_SPECIAL.test(value)
    ? value.replace(TEXT_SPECIALS, (sign) => escapes[sign] ?? toUnicodeEscape(sign))
    : value
  if (language !== '') return `"${text}"@${language}`
  const { value: type } = datatype
  return type === xsd.string ? `"${text}"` : `"${text}"^^${writeIri(type)}`
}

/** Writes a term as N-Quads has it; of the default graph, nothing. */
export function writeTerm(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return writeIri(term.value)
    case 'Literal':
      return writeLiteral(term)
    case 'BlankNode':
      return `_:${term.value}`
    case 'DefaultGraph':
      return ''
    default:
      throw new TypeError(`N-Quads has no ${term.termType}`)
  }
}

/** How many terms a writer remembers. */
const REMEMBERED = 1000

/**
 * Makes the function that writes quads, one line each. It remembers predicates, and the last subject, object and
 * graph, which often come again.
 */
export function createQuadWriter(): (quad: BaseQuad) => string {
  const subjects = createLastTerm()
  const objects = createLastTerm()
  const graphs = createLastTerm()
  const predicates = new Map<Term, string>()
  return ({ subject, predicate, object, graph }) => {
    let verb = predicates.get(predicate)
    if (verb === undefined) {
      verb = ` ${writeTerm(predicate)} `
      if (predicates.size < REMEMBERED) predicates.set(predicate, verb)
    }
    const start = subjects(subject) + verb + objects(object)
    return graph.termType === 'DefaultGraph' ? `${start} .\n` : `${start} ${graphs(graph)} .\n`
  }
}

/** Makes a function that writes terms and remembers the last one, by identity. */
function createLastTerm(): (term: Term) => string {
  let last: Term | undefined
  let text = ''
  return (term) => {
    if (term !== last) {
      text = writeTerm(term)
      last = term
    }
    return text
  }
}

/** More bytes than a character of JavaScript takes in UTF-8. */
const WIDEST = 3

/**
 * Writes quads that come in batches as N-Quads, which is N-Triples where all are in the default graph. Yields bytes,
 * which is faster than text: lines of ASCII, which most are, are copied as they are. Pieces are of bounded size, so
 * memory does not grow with the input; terms are trusted, `serializeNQuads` checks them.
 *
 * @see https://www.w3.org/TR/n-quads/
 * @see https://www.w3.org/TR/n-triples/
 */
export async function* writeNQuadsBatches(
  batches: AsyncIterable<readonly BaseQuad[]>,
): AsyncGenerator<Buffer> {
  const write = createQuadWriter()
  let bytes = Buffer.allocUnsafe(BATCH)
  let length = 0
  for await (const batch of batches) {
    for (const quad of batch) {
      const line = write(quad)
      const room = line.length * WIDEST
      if (length + room > bytes.length) {
        if (length > 0) yield bytes.subarray(0, length)
        bytes = Buffer.allocUnsafe(Math.max(BATCH, room))
        length = 0
      }
      length += bytes.write(line, length)
    }
  }
  if (length > 0) yield bytes.subarray(0, length)
}
