import { UsineError } from '../../errors.ts'
import type { Origin } from '../../statements/index.ts'

/** A Turtle file of the ontology: its name, for messages, and its text. */
export interface OntologyDocument {
  readonly file: string
  readonly text: string
}

/** What is wrong with a term, by its key: `has no rdfs:label`. */
export interface TermProblem {
  readonly key: string
  readonly problem: string
}

/** Thrown with all that is wrong with the terms of an ontology, each with its place. */
export class OntologyError extends UsineError {
  readonly problems: readonly { readonly message: string; readonly origin: Origin }[]

  constructor(
    problems: readonly TermProblem[],
    documents: readonly OntologyDocument[],
    ontologyBase: string,
  ) {
    const placed = problems.map(({ key, problem }) => ({
      message: `<${key}> ${problem}`,
      origin: findTerm(key, documents, ontologyBase),
    }))
    const [first] = placed
    const problem = placed.map(({ message }) => message).join('\n  ')
    super('ERR_ONTOLOGY_INVALID', { file: first?.origin.file ?? 'ontology', problem })
    this.problems = placed
  }
}

/** Finds the line that describes a term: one that begins with its name, however it is written. */
function findTerm(
  key: string,
  documents: readonly OntologyDocument[],
  ontologyBase: string,
): Origin {
  const isName = (word: string): boolean =>
    word === `<${key}>` || word === `<${ontologyBase}${key}>` || word.endsWith(`:${key}`)
  for (const { file, text } of documents) {
    const lines = text.split('\n')
    const index = lines.findIndex((line) => isName(/^\s*(\S*)/.exec(line)?.[1] ?? ''))
    if (index < 0) continue
    const column = (lines[index] ?? '').search(/\S/) + 1
    return { file, line: index + 1, column }
  }
  return { file: documents[0]?.file ?? 'ontology', line: 1, column: 1 }
}
