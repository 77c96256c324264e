import type { DataFactory, DatasetCore, Literal } from '@rdfjs/types'
import type { PathStep, ValidationResult } from 'shacl-engine'
import type { Path } from './path.ts'
import { predicatePath, readPath } from './path.ts'
import type { Report, Result, Severity } from './report.ts'
import { buildReport } from './report.ts'
import { createSparqlConstraints } from './sparql-constraint.ts'
import { sh } from './terms.ts'

/**
 * Checks data against shapes: SHACL Core and SPARQL-based constraints.
 *
 * Classes are told apart by `rdfs:subClassOf` in the shapes graph.
 *
 * @see https://www.w3.org/TR/shacl/
 */
export async function validateShapes(
  data: DatasetCore,
  shapes: DatasetCore,
  factory: DataFactory,
): Promise<Report> {
  const { Validator } = await import('shacl-engine')
  const sparql = createSparqlConstraints(data, shapes, factory)
  const validations = new Map([[factory.namedNode(sh.sparql), sparql]])
  const report = await new Validator(shapes, { factory, validations }).validate({ dataset: data })
  return buildReport(report.results.map((result) => toResult(result, shapes, factory)))
}

function toResult(result: ValidationResult, shapes: DatasetCore, factory: DataFactory): Result {
  const [focusNode] = result.focusNode.terms
  const [value] = result.value?.terms ?? []
  const [sourceShape] = result.shape.ptr.terms
  const path = toPath(result, shapes, factory)
  const messages = distinct(result.message)
  return {
    check: 'shacl',
    severity: toSeverity(result.severity.value),
    severityIri: result.severity.value,
    focusNode: focusNode ?? factory.blankNode(),
    ...(path && { path }),
    ...(value && { value }),
    message: pickMessage(messages) ?? `Does not meet ${result.constraintComponent.value}`,
    messages,
    ...(sourceShape && { sourceShape }),
    constraintComponent: result.constraintComponent.value,
    sourceConstraints: result.source,
  }
}

const severityNames: Readonly<Partial<Record<string, Severity>>> = {
  [sh.Warning]: 'warning',
  [sh.Info]: 'info',
}

/** A severity that is none of SHACL's own counts as a violation. */
const toSeverity = (iri: string): Severity => severityNames[iri] ?? 'violation'

/** A property shape's path is read as written; a query's `?path` comes as the engine has it. */
function toPath(
  { path, shape }: ValidationResult,
  shapes: DatasetCore,
  factory: DataFactory,
): Path | undefined {
  if (path !== shape.path) return path?.[0] && stepToPath(path[0])
  const [shapeTerm] = shape.ptr.terms
  for (const { object } of shapes.match(shapeTerm, factory.namedNode(sh.path)))
    return readPath(shapes, object)
  return undefined
}

/** SPARQL results name a path by one IRI. */
function stepToPath({ predicates: [predicate] }: PathStep): Path | undefined {
  return predicate && predicatePath(predicate.value)
}

const distinct = (literals: readonly Literal[]): Literal[] =>
  literals.filter(
    (literal, index) => literals.findIndex((other) => other.equals(literal)) === index,
  )

/** English or else the first, so that a report reads in one language. */
function pickMessage(messages: readonly Literal[]): string | undefined {
  const english = messages.find(({ language }) => language === 'en' || language === '')
  return (english ?? messages[0])?.value
}
