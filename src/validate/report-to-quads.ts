import type { DataFactory, Quad, Quad_Object, Quad_Subject, Term } from '@rdfjs/types'
import { pathToQuads } from './path.ts'
import type { Report, Result } from './report.ts'
import { rdf, sh, xsd } from './terms.ts'

/**
 * Writes a report as an RDF validation report. Its own nodes are blank, as SHACL's examples have them.
 *
 * @see https://www.w3.org/TR/shacl/#validation-report
 */
export function reportToQuads(report: Report, factory: DataFactory): Quad[] {
  const quads: Quad[] = []
  const node = factory.blankNode()
  const add = addTo(quads, node, factory)
  add(rdf.type, factory.namedNode(sh.ValidationReport))
  add(sh.conforms, factory.literal(String(report.conforms), factory.namedNode(xsd.boolean)))
  for (const result of report.results) add(sh.result, resultToQuads(result, quads, factory))
  return quads
}

function resultToQuads(result: Result, quads: Quad[], factory: DataFactory): Quad_Subject {
  const { namedNode } = factory
  const node = factory.blankNode()
  const add = addTo(quads, node, factory)
  add(rdf.type, namedNode(sh.ValidationResult))
  add(sh.focusNode, result.focusNode)
  add(sh.resultSeverity, namedNode(result.severityIri))
  if (result.path) add(sh.resultPath, pathToQuads(result.path, quads, factory))
  if (result.value) add(sh.value, result.value)
  add(sh.sourceConstraintComponent, namedNode(result.constraintComponent))
  for (const constraint of result.sourceConstraints) add(sh.sourceConstraint, constraint)
  if (result.sourceShape) add(sh.sourceShape, result.sourceShape)
  for (const message of result.messages) add(sh.resultMessage, message)
  return node
}

const addTo =
  (quads: Quad[], subject: Quad_Subject, { quad, namedNode }: DataFactory) =>
  (predicate: string, object: Term) =>
    quads.push(quad(subject, namedNode(predicate), object as Quad_Object))
