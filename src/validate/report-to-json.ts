import type { Term } from '@rdfjs/types'
import type { Origin } from '../statements/index.ts'
import { pathToText } from './path.ts'
import { countBySeverity, type Report, type Result } from './report.ts'

/** A term as SPARQL's JSON results write it. */
interface JsonTerm {
  readonly type: 'uri' | 'bnode' | 'literal'
  readonly value: string
  readonly 'xml:lang'?: string
  readonly datatype?: string
}

/** A result of a report, for machines. */
export interface JsonResult {
  readonly severity: string
  readonly check: string
  readonly focusNode: JsonTerm
  /** A SPARQL property path with full IRIs. */
  readonly path?: string
  readonly value?: JsonTerm
  readonly message: string
  readonly rule?: string
  readonly sourceShape?: string
  readonly constraintComponent: string
  readonly origin?: Origin
}

/** A report, for machines. */
export interface JsonReport {
  /** Whether there is nothing to correct: advice may be there, which `sh:conforms` of the SHACL report counts too. */
  readonly conforms: boolean
  readonly violations: number
  readonly warnings: number
  readonly infos: number
  readonly results: readonly JsonResult[]
}

/**
 * Writes a report as plain data for `JSON.stringify`; terms are written as in SPARQL's JSON results.
 *
 * @see https://www.w3.org/TR/sparql11-results-json/#select-encode-terms
 */
export function reportToJson(
  report: Report,
  findOrigin: (node: Term) => Origin | undefined = () => undefined,
): JsonReport {
  const { violation, warning, info } = countBySeverity(report)
  return {
    conforms: violation + warning === 0,
    violations: violation,
    warnings: warning,
    infos: info,
    results: report.results.map((result) => resultToJson(result, findOrigin(result.focusNode))),
  }
}

function resultToJson(result: Result, origin: Origin | undefined): JsonResult {
  const { severity, check, focusNode, path, value, message, rule, sourceShape } = result
  return {
    severity,
    check,
    focusNode: termToJson(focusNode),
    ...(path && { path: pathToText(path, (iri) => `<${iri}>`) }),
    ...(value && { value: termToJson(value) }),
    message,
    ...(rule !== undefined && { rule }),
    ...(sourceShape && { sourceShape: sourceShape.value }),
    constraintComponent: result.constraintComponent,
    ...(origin && { origin }),
  }
}

function termToJson(term: Term): JsonTerm {
  const { value } = term
  if (term.termType === 'BlankNode') return { type: 'bnode', value }
  if (term.termType !== 'Literal') return { type: 'uri', value }
  if (term.language !== '') return { type: 'literal', value, 'xml:lang': term.language }
  return { type: 'literal', value, datatype: term.datatype.value }
}
