import type { DatasetCore, Quad, Term } from '@rdfjs/types'
import { SHACL, rdf } from '../../../src/vocabulary.ts'

const path = ['inversePath', 'alternativePath', 'zeroOrMorePath', 'oneOrMorePath', 'zeroOrOnePath']
const followed = ['result', 'resultPath', ...path].map((name) => SHACL + name)
const compared = [
  'conforms',
  'focusNode',
  'resultSeverity',
  'sourceConstraintComponent',
  'sourceShape',
  'value',
].map((name) => SHACL + name)
const lists: readonly string[] = [rdf.first, rdf.rest]

/**
 * Picks the triples of a report that the suite compares; messages only where the expected report has some.
 *
 * @see https://w3c.github.io/data-shapes/data-shapes-test-suite/#Validate
 */
export function comparedQuads(dataset: DatasetCore, report: Term, messages: boolean): Quad[] {
  const kept = new Set([...followed, ...lists, ...compared, rdf.type])
  if (messages) kept.add(`${SHACL}resultMessage`)
  const seen = new Set<string>()
  const walk = (node: Term): Quad[] => {
    if (seen.has(node.value)) return []
    seen.add(node.value)
    const quads = [...dataset.match(node)].filter(({ predicate }) => kept.has(predicate.value))
    const next = quads.filter(
      ({ predicate, object }) =>
        object.termType === 'BlankNode' && [...followed, ...lists].includes(predicate.value),
    )
    return [...quads, ...next.flatMap(({ object }) => walk(object))]
  }
  return walk(report)
}

/** Tells whether a report says more than the suite compares: its messages. */
export const hasMessages = (dataset: DatasetCore, report: Term): boolean =>
  comparedQuads(dataset, report, true).length > comparedQuads(dataset, report, false).length
