import type { Bindings, Term } from '@rdfjs/types'
import { refuseTerm } from '../../rdf/index.ts'
import { xsd } from '../../vocabulary.ts'
import type { Solutions } from '../query-engine.ts'

/**
 * Writes solutions in the JSON results format, one per line.
 *
 * @see https://www.w3.org/TR/sparql11-results-json/
 */
export async function* solutionsToJson(solutions: Solutions): AsyncGenerator<string> {
  const vars = solutions.variables.map(({ value }) => value)
  yield `{"head":${JSON.stringify({ vars })},"results":{"bindings":[`
  let separator = '\n'
  for await (const bindings of solutions) {
    yield `${separator}${JSON.stringify(toObject(bindings))}`
    separator = ',\n'
  }
  yield '\n]}}\n'
}

/** Writes the answer of an ASK query in the JSON results format. */
export function booleanToJson(boolean: boolean): string {
  return `${JSON.stringify({ head: {}, boolean })}\n`
}

function toObject(bindings: Bindings): unknown {
  return Object.fromEntries([...bindings].map(([{ value }, term]) => [value, termToJson(term)]))
}

/** @see https://www.w3.org/TR/sparql11-results-json/#select-encode-terms */
function termToJson(term: Term): unknown {
  const { value } = term
  switch (term.termType) {
    case 'NamedNode':
      return { type: 'uri', value }
    case 'BlankNode':
      return { type: 'bnode', value }
    case 'Literal': {
      const { language, datatype } = term
      if (language) return { type: 'literal', value, 'xml:lang': language }
      if (datatype.value === xsd.string) return { type: 'literal', value }
      return { type: 'literal', value, datatype: datatype.value }
    }
    default:
      return refuseTerm(term)
  }
}
