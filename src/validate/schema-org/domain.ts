import type { Quad, Term } from '@rdfjs/types'
import type { SchemaTerms } from '../../rdf/index.ts'
import { SCHEMA } from '../terms.ts'
import { type Finding, listNames, nameOf } from './finding.ts'
import type { GraphIndex } from './graph-index.ts'

const ROLE = `${SCHEMA}Role`

/**
 * Judges whether a property may stand at its subject. A Role repeats the property that leads to it.
 *
 * @see https://schema.org/docs/datamodel.html
 */
export function judgeDomain(
  { subject, predicate }: Quad,
  property: string,
  terms: SchemaTerms,
  graph: GraphIndex,
): Finding | undefined {
  const classes = graph.classesOf(subject)
  if (classes.size === 0) {
    const message = 'A node without a schema.org class cannot be judged'
    return { rule: 'untyped-node', place: 'node', message }
  }
  const domains = terms.domainsOf(property)
  if (domains.length === 0 || domains.some((domain) => classes.has(domain))) return undefined
  if (classes.has(ROLE) && graph.leadsTo(predicate.value, subject)) return undefined
  const name = nameOf(property)
  const expected = listNames(domains, 'or')
  const found = listNames(graph.declaredClassesOf(subject), 'and')
  const message = `"${name}" is a property of ${expected}, not of ${found}`
  return { rule: 'wrong-domain', place: 'property', message }
}

/** Tells whether a node is a Role that says the same property again. */
export const isRoleOf = (node: Term, predicate: string, graph: GraphIndex): boolean =>
  graph.classesOf(node).has(ROLE) && graph.leadsFrom(node, predicate)
