import { checkIri, termToTurtle } from '../../rdf/index.ts'
import type { Solutions } from '../query-engine.ts'

/**
 * Writes solutions as TSV: terms as in Turtle, without prefixes, so nothing of them is lost.
 *
 * @see https://www.w3.org/TR/sparql11-results-csv-tsv/#tsv
 */
export async function* solutionsToTsv(solutions: Solutions): AsyncGenerator<string> {
  const { variables } = solutions
  yield `${variables.map(({ value }) => `?${value}`).join('\t')}\n`
  for await (const bindings of solutions) {
    const terms = variables.map((variable) => bindings.get(variable))
    yield `${terms.map((term) => (term ? termToTurtle(term, writeIri) : '')).join('\t')}\n`
  }
}

const writeIri = (iri: string) => `<${checkIri(iri)}>`
