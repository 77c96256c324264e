import type { Term } from '@rdfjs/types'
import { escapeXml, refuseTerm } from '../../rdf/index.ts'
import { xsd } from '../../vocabulary.ts'
import type { Solutions } from '../query-engine.ts'

const start =
  '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'

/**
 * Writes solutions in the XML results format. Characters that XML 1.0 cannot hold are errors.
 *
 * @see https://www.w3.org/TR/rdf-sparql-XMLres/
 */
export async function* solutionsToXml(solutions: Solutions): AsyncGenerator<string> {
  const { variables } = solutions
  const head = variables.map(({ value }) => `<variable name="${escapeXml(value)}"/>`).join('')
  yield `${start}<head>${head}</head>\n<results>\n`
  for await (const bindings of solutions) {
    const cells = variables.map(({ value }) => {
      const term = bindings.get(value)
      return term ? `<binding name="${escapeXml(value)}">${termToXml(term)}</binding>` : ''
    })
    yield `<result>${cells.join('')}</result>\n`
  }
  yield '</results>\n</sparql>\n'
}

/** Writes the answer of an ASK query in the XML results format. */
export function booleanToXml(answer: boolean): string {
  return `${start}<head/>\n<boolean>${String(answer)}</boolean>\n</sparql>\n`
}

/** @see https://www.w3.org/TR/rdf-sparql-XMLres/#results */
function termToXml(term: Term): string {
  const text = escapeXml(term.value)
  switch (term.termType) {
    case 'NamedNode':
      return `<uri>${text}</uri>`
    case 'BlankNode':
      return `<bnode>${text}</bnode>`
    case 'Literal': {
      const { language, datatype } = term
      if (language) return `<literal xml:lang="${escapeXml(language)}">${text}</literal>`
      if (datatype.value === xsd.string) return `<literal>${text}</literal>`
      return `<literal datatype="${escapeXml(datatype.value)}">${text}</literal>`
    }
    default:
      return refuseTerm(term)
  }
}
