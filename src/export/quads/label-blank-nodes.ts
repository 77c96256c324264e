import type { DataFactory, Quad, Term } from '@rdfjs/types'

/** Labels blank nodes by the order in which they come, so that the labels do not depend on what was made before. */
export function labelBlankNodes(quads: readonly Quad[], factory: DataFactory): Quad[] {
  const labels = new Map<string, string>()
  const label = <T extends Term>(term: T) => {
    if (term.termType !== 'BlankNode') return term
    const known = labels.get(term.value) ?? `b${labels.size + 1}`
    labels.set(term.value, known)
    return factory.blankNode(known)
  }
  return quads.map(({ subject, predicate, object, graph }) =>
    factory.quad(label(subject), predicate, label(object), graph),
  )
}
