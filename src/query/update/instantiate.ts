import type { Bindings, BlankNode, DataFactory, Quad, Term } from '@rdfjs/types'

/**
 * Fills a template with one solution. Quads with unbound variables, or that RDF does not allow, are left out; blank
 * nodes are new ones for each solution.
 *
 * @see https://www.w3.org/TR/sparql11-update/#deleteInsert
 */
export function instantiate(
  template: readonly Quad[],
  bindings: Bindings | undefined,
  factory: DataFactory,
): Quad[] {
  const fresh = new Map<string, BlankNode>()
  const fill = (term: Term): Term | undefined => {
    if (term.termType === 'Variable') return toStored(bindings?.get(term), factory)
    if (term.termType !== 'BlankNode') return term
    const node = fresh.get(term.value) ?? factory.blankNode()
    fresh.set(term.value, node)
    return node
  }
  return template.flatMap((quad) => {
    const subject = fill(quad.subject)
    const predicate = fill(quad.predicate)
    const object = fill(quad.object)
    const graph = fill(quad.graph)
    if (!subject || !predicate || !object || !graph) return []
    if (!isNode(subject) || predicate.termType !== 'NamedNode') return []
    if (!isNode(object) && object.termType !== 'Literal') return []
    if (graph.termType !== 'NamedNode' && graph.termType !== 'DefaultGraph') return []
    return [factory.quad(subject, predicate, object, graph)]
  })
}

const SKOLEM = /^urn:comunica_skolem:source_\d+:/

/** Comunica renames the blank nodes of a source; here they are meant as they are stored. */
function toStored(term: Term | undefined, factory: DataFactory): Term | undefined {
  if (term?.termType !== 'BlankNode' || !('skolemized' in term)) return term
  const { value } = term.skolemized as Term
  return SKOLEM.test(value) ? factory.blankNode(value.replace(SKOLEM, '')) : term
}

const isNode = (term: Term) => term.termType === 'NamedNode' || term.termType === 'BlankNode'
