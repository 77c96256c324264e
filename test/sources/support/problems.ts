import type { FactsIndex, Problem, SourceItem } from '../../../src/sources/index.ts'
import { testBase } from '../../support/ontology.ts'

/** Collects the problems that a source yields. */
export async function listProblems(items: AsyncIterable<SourceItem>): Promise<Problem[]> {
  const problems: Problem[] = []
  for await (const item of items) if (item.kind === 'problem') problems.push(item.problem)
  return problems
}

/** Writes a problem as one line, with its place. */
export const formatProblem = ({ severity, message, origin }: Problem): string =>
  `${origin.file}:${origin.line}:${origin.column}: ${severity}: ${message}`

const origin = { file: 'works.yaml', line: 1, column: 1 }
const entity = (id: string) => ({ id, iri: `${testBase}entity/${id}`, origin })

/** What the facts files beside the series of the tests define. */
export const testIndex: FactsIndex = {
  entities: new Map(['works', 'works-article', 'renault-clio'].map((id) => [id, entity(id)])),
  sources: new Map([
    [
      'press',
      {
        key: 'press',
        entity: entity('works-article'),
        length: 1000,
        sections: new Map([['history', { start: 100, end: 900 }]]),
        sha256: 'a'.repeat(64),
        origin,
      },
    ],
  ]),
}
