import type { NamedNode, Term, Variable } from '@rdfjs/types'

/**
 * An operation of the SPARQL algebra, as the parser makes it and Comunica takes it.
 * Only what is looked at here has a type of its own.
 */
export interface Algebra {
  readonly type: string
  readonly subType?: string
}

/** The dataset clause around a query. */
export interface From extends Algebra {
  readonly type: 'from'
  readonly input: Algebra
  readonly default: readonly NamedNode[]
  readonly named: readonly NamedNode[]
}

/** An operation on the result of another. */
export interface Single extends Algebra {
  readonly input: Algebra
}

/** An expression assigned to a variable. */
export interface Extend extends Single {
  readonly variable: Variable
  readonly expression: Algebra
}

/** A list of variables to keep or to group by. */
export interface WithVariables extends Single {
  readonly variables: readonly Variable[]
}

/** An expression that is a term. */
export interface TermExpression extends Algebra {
  readonly term: Term
}

/** Whether a value is an operation, not a term or a part of one. */
export function isAlgebra(value: unknown): value is Algebra {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** Whether a value is an RDF/JS term. */
export function isTerm(value: unknown): value is Term {
  return typeof value === 'object' && value !== null && 'termType' in value
}
