import type { Term } from '@rdfjs/types'
import { UsineError } from '../errors.ts'
import { checkIri, checkLanguage, quote } from '../rdf/index.ts'
import { xsd } from '../vocabulary.ts'

/** Writes a SPARQL query. Only RDF/JS terms fit in the holes, so a value can never become syntax. */
export function sparql(strings: TemplateStringsArray, ...terms: readonly Term[]): string {
  return String.raw({ raw: strings.raw }, ...terms.map(termToSparql))
}

/**
 * Writes a term as SPARQL does: IRIs, language tags and variable names follow the grammar or are errors,
 * literals are escaped. Blank nodes are errors, since in a query they are variables.
 *
 * @see https://www.w3.org/TR/sparql11-query/#sparqlGrammar
 */
export function termToSparql(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<${checkIri(term.value)}>`
    case 'Variable':
      return `?${checkVariable(term.value)}`
    case 'Literal':
      if (term.language) return `${quoteText(term.value)}@${checkLanguage(term.language)}`
      if (term.datatype.value === xsd.string) return quoteText(term.value)
      return `${quoteText(term.value)}^^<${checkIri(term.datatype.value)}>`
    default: {
      const reason = `a ${term.termType} is not a value in a query`
      throw new UsineError('ERR_TERM_UNWRITABLE', { term: term.value || term.termType, reason })
    }
  }
}

/**
 * Quotes a text. SPARQL reads `\\uXXXX` before anything else, maybe even after a backslash that is escaped itself,
 * so no `u` may follow a backslash of the text: it is written as an escape.
 *
 * @see https://www.w3.org/TR/sparql11-query/#codepointEscape
 */
function quoteText(text: string): string {
  const escaped = text
    .split(/(?<=\\)([uU])/)
    .map((part, index) => (index % 2 === 1 ? letterEscapes[part] : quote(part).slice(1, -1)))
  return `"${escaped.join('')}"`
}

const letterEscapes: Readonly<Record<string, string>> = { u: '\\u0075', U: '\\u0055' }

/** @see https://www.w3.org/TR/sparql11-query/#rVARNAME */
const variableName =
  // eslint-disable-next-line no-misleading-character-class -- the ranges of the grammar
  /^[0-9_A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}][\w\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C\u200D\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]*$/u

function checkVariable(name: string): string {
  if (variableName.test(name)) return name
  const reason = 'this is no name of a variable'
  throw new UsineError('ERR_TERM_UNWRITABLE', { term: JSON.stringify(`?${name}`), reason })
}
