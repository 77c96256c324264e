import type { Quad, Term } from '@rdfjs/types'
import { xsd } from '../../vocabulary.ts'
import { checkIri, checkLanguage, refuseTerm } from './check-term.ts'
import type { Quads } from './serialize-options.ts'
import { quote, termToTurtle } from './term-to-turtle.ts'

/**
 * Writes N-Triples, one line per quad, without its graph.
 *
 * @see https://www.w3.org/TR/n-triples/
 */
export async function* serializeNTriples(quads: Quads): AsyncGenerator<string> {
  for await (const quad of quads) yield `${writeTriple(quad)} .\n`
}

/**
 * Writes N-Quads, one line per quad.
 *
 * @see https://www.w3.org/TR/n-quads/
 */
export async function* serializeNQuads(quads: Quads): AsyncGenerator<string> {
  for await (const quad of quads) {
    const graph = quad.graph.termType === 'DefaultGraph' ? '' : ` ${writeNode(quad.graph)}`
    yield `${writeTriple(quad)}${graph} .\n`
  }
}

const writeIri = (iri: string) => `<${checkIri(iri)}>`

function writeTriple({ subject, predicate, object }: Quad): string {
  const property =
    predicate.termType === 'NamedNode' ? writeIri(predicate.value) : refuseTerm(predicate)
  return `${writeNode(subject)} ${property} ${writeObject(object)}`
}

function writeNode(term: Term): string {
  return term.termType === 'Literal' ? refuseTerm(term) : termToTurtle(term, writeIri)
}

function writeObject(term: Term): string {
  if (term.termType !== 'Literal') return termToTurtle(term, writeIri)
  if (term.language) return `${quote(term.value)}@${checkLanguage(term.language)}`
  if (term.datatype.value === xsd.string) return quote(term.value)
  return `${quote(term.value)}^^${writeIri(term.datatype.value)}`
}
