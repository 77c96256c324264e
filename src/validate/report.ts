import type { Literal, Term } from '@rdfjs/types'
import type { Path } from './path.ts'
import { sh } from './terms.ts'

/** How bad a result is: `violation` is wrong, `warning` is probably wrong, `info` is advice. */
export type Severity = 'violation' | 'warning' | 'info'

/** All severities, worst first. */
export const severities: readonly Severity[] = ['violation', 'warning', 'info']

/** The severities as SHACL names them. */
export const severityIris = {
  violation: sh.Violation,
  warning: sh.Warning,
  info: sh.Info,
} as const satisfies Record<Severity, string>

/** What found a result: the shapes, or schema.org's own vocabulary. */
export type Check = 'shacl' | 'schema.org'

/** One thing that a check found at one node. */
export interface Result {
  readonly check: Check
  readonly severity: Severity
  /** The severity as the shape names it; shapes may have their own, which count as violations. */
  readonly severityIri: string
  readonly focusNode: Term
  readonly path?: Path
  readonly value?: Term
  /** A sentence for people, in English where there are several. */
  readonly message: string
  /** The message in all its languages. */
  readonly messages: readonly Literal[]
  /** What the check of schema.org looked for: `wrong-domain`, `unknown-term` … */
  readonly rule?: string
  /** The shape that is not met, if it is one. */
  readonly sourceShape?: Term
  /** The constraint component, as SHACL names them: `http://www.w3.org/ns/shacl#ClassConstraintComponent`. */
  readonly constraintComponent: string
  /** The constraint itself, where it is a node of its own (as SPARQL constraints are). */
  readonly sourceConstraints: readonly Term[]
}

/**
 * What all checks together found.
 *
 * @see https://www.w3.org/TR/shacl/#validation-report
 */
export interface Report {
  /** True if there is no result at all, whatever its severity, as SHACL says. */
  readonly conforms: boolean
  readonly results: readonly Result[]
}

/** Collects results into a report, worst first, then by node; equal ones keep their order. */
export function buildReport(results: readonly Result[]): Report {
  const sorted = results
    .map((result) => ({ result, key: sortKey(result) }))
    .sort((a, b) => compareText(a.key, b.key))
  return { conforms: results.length === 0, results: sorted.map(({ result }) => result) }
}

/** Puts the results of several reports into one. */
export const mergeReports = (reports: readonly Report[]): Report =>
  buildReport(reports.flatMap(({ results }) => results))

/** Counts the results of each severity. */
export function countBySeverity({ results }: Report): Readonly<Record<Severity, number>> {
  const counts = { violation: 0, warning: 0, info: 0 }
  for (const { severity } of results) counts[severity]++
  return counts
}

const sortKey = ({ severity, focusNode, check, message, value }: Result): string =>
  [severities.indexOf(severity), focusNode.value, check, message, value?.value ?? ''].join('\n')

/** By code units, since the order must not depend on the locale. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
