import { SHACL } from '../terms.ts'
import type { Severity } from '../report.ts'

/**
 * What the check of schema.org looks for, how bad each is, and the constraint component of SHACL that says the same:
 * a closed shape for terms and domains, alternatives of classes for ranges.
 */
export const rules = {
  'unknown-term': { severity: 'violation', component: `${SHACL}ClosedConstraintComponent` },
  'wrong-namespace': { severity: 'violation', component: `${SHACL}PatternConstraintComponent` },
  'wrong-domain': { severity: 'violation', component: `${SHACL}ClosedConstraintComponent` },
  'wrong-range': { severity: 'violation', component: `${SHACL}OrConstraintComponent` },
  'invalid-literal': { severity: 'violation', component: `${SHACL}DatatypeConstraintComponent` },
  'foreign-term': { severity: 'warning', component: `${SHACL}ClosedConstraintComponent` },
  'superseded-term': { severity: 'info', component: `${SHACL}ClosedConstraintComponent` },
  'pending-term': { severity: 'info', component: `${SHACL}ClosedConstraintComponent` },
  'untyped-node': { severity: 'info', component: `${SHACL}ClassConstraintComponent` },
} as const satisfies Record<string, { severity: Severity; component: string }>

/** The name of what the check of schema.org looks for. */
export type Rule = keyof typeof rules
