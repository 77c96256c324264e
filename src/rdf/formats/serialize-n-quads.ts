import type { Quad, Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { checkBlankLabel, checkIri, checkLanguage, checkText, refuseTerm } from './check-term.ts'
import { createQuadWriter } from './n-quads-writer.ts'
import type { Quads } from './serialize-options.ts'
import { writeBatches } from './write-batches.ts'

/**
 * Writes N-Triples, one line per quad, without its graph.
 *
 * @see https://www.w3.org/TR/n-triples/
 */
export function serializeNTriples(quads: Quads): AsyncGenerator<string> {
  const write = createQuadWriter()
  const check = createQuadCheck()
  return writeBatches(quads, (quad) => {
    check(quad)
    return write(quad.graph.termType === 'DefaultGraph' ? quad : toTriple(quad))
  })
}

/**
 * Writes N-Quads, one line per quad.
 *
 * @see https://www.w3.org/TR/n-quads/
 */
export function serializeNQuads(quads: Quads): AsyncGenerator<string> {
  const write = createQuadWriter()
  const check = createQuadCheck()
  return writeBatches(quads, (quad) => {
    check(quad)
    return write(quad)
  })
}

const toTriple = ({ subject, predicate, object }: Quad) =>
  DataFactory.quad(subject, predicate, object)

/** The writer trusts the terms; this does not. It remembers the terms that come again. */
function createQuadCheck(): (quad: Quad) => void {
  const predicates = new Set<string>()
  let lastSubject: Term | undefined
  let lastGraph: Term | undefined
  return ({ subject, predicate, object, graph }) => {
    if (subject !== lastSubject) checkNode(subject)
    lastSubject = subject
    if (graph !== lastGraph && graph.termType !== 'DefaultGraph') checkNode(graph)
    lastGraph = graph
    if (!predicates.has(predicate.value)) checkPredicate(predicate)
    predicates.add(predicate.value)
    checkObject(object)
  }
}

function checkNode(term: Term): void {
  if (term.termType === 'NamedNode') checkIri(term.value)
  else if (term.termType === 'BlankNode') checkBlankLabel(term.value)
  else refuseTerm(term)
}

function checkPredicate(term: Term): void {
  if (term.termType !== 'NamedNode') refuseTerm(term)
  checkIri(term.value)
}

function checkObject(term: Term): void {
  if (term.termType !== 'Literal') {
    checkNode(term)
    return
  }
  checkText(term.value)
  if (term.language === '') checkIri(term.datatype.value)
  else checkLanguage(term.language)
}
