import type { Quad_Graph } from '@rdfjs/types'

/** Sorts graphs by name; the default graph, which has none, comes first. */
export function sortGraphs(graphs: Iterable<Quad_Graph>): Quad_Graph[] {
  const key = ({ termType, value }: Quad_Graph) =>
    termType === 'DefaultGraph' ? '' : `${termType}${value}`
  return [...graphs].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}
