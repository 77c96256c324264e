import type { Quad, Term } from '@rdfjs/types'
import { nodeId } from './node-map.ts'
import type { NodeId } from './node-map.ts'

/**
 * Tells which blank nodes need their label in a document: all but those that are the object of exactly one quad and
 * described in the same graph.
 */
export function blankNodesWithLabel(quads: Iterable<Quad>): (blankNode: NodeId) => boolean {
  const uses = new Map<NodeId, { mentions: number; graphs: Set<string> }>()
  const use = (term: Term, graph: Term, mentions: number) => {
    if (term.termType !== 'BlankNode') return
    const found = uses.get(nodeId(term)) ?? { mentions: 0, graphs: new Set<string>() }
    found.mentions += mentions
    found.graphs.add(graph.value)
    uses.set(nodeId(term), found)
  }
  for (const { subject, object, graph } of quads) {
    use(subject, graph, 0)
    use(object, graph, 1)
    // A graph's name is always written out.
    use(graph, graph, 2)
  }
  return (blankNode) => {
    const { mentions = 0, graphs } = uses.get(blankNode) ?? {}
    return mentions !== 1 || graphs?.size !== 1
  }
}
