import type { Quad, Term } from '@rdfjs/types'
import { rdf, rdfs } from '../../vocabulary.ts'
import type { Quads } from './serialize-options.ts'

interface Order {
  /** Whether quads of different graphs are different quads. */
  readonly graphs: boolean
  readonly firstSubject?: string | undefined
}

/**
 * Sorts quads for people, each once: the default graph first, then the first subject, then IRIs before
 * blank nodes; of each subject its types first, then its labels, then all by IRI.
 */
export async function orderQuads(quads: Quads, { graphs, firstSubject }: Order): Promise<Quad[]> {
  const keyed = new Map<string, Quad>()
  for await (const quad of quads) {
    const key = [
      graphs ? termKey(quad.graph) : '',
      quad.subject.value === firstSubject ? '' : termKey(quad.subject),
      predicateKey(quad.predicate),
      termKey(quad.object),
    ]
    keyed.set(key.join('\0'), quad)
  }
  // The order of code units, which no locale changes.
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, quad]) => quad)
}

const ranks = { DefaultGraph: 0, NamedNode: 1, Literal: 2, BlankNode: 3, Variable: 4, Quad: 5 }

function termKey(term: Term): string {
  const key = `${ranks[term.termType]}${term.value}`
  if (term.termType !== 'Literal') return key
  return `${ranks.Literal}${term.language}\u0001${term.value}\u0001${term.datatype.value}`
}

const firstPredicates: readonly string[] = [rdf.type, rdfs.label]

function predicateKey({ value }: Term): string {
  const first = firstPredicates.indexOf(value)
  return first < 0 ? value : `\u0001${first}`
}
