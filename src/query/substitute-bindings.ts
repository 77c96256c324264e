import type { DataFactory, Term, Variable } from '@rdfjs/types'
import { UsineError } from '../errors.ts'
import { xsd } from '../vocabulary.ts'
import { isAlgebra, isTerm } from './algebra.ts'
import type { Algebra, Extend, Single, WithVariables } from './algebra.ts'

/** Values by the name of their variable. */
export type Values = ReadonlyMap<string, Term>

/**
 * Puts values in the place of variables everywhere in a query: in patterns, paths, filters, EXISTS, OPTIONAL,
 * MINUS and subqueries, whether or not these select the variable. This is the pre-binding of SHACL, and what
 * Comunica's own initial bindings do not do in every place (filters that are no operators stay as they were).
 * `BOUND` of such a variable is true; a variable that is selected or grouped by keeps its value;
 * one that the query itself binds (BIND, AS, VALUES) is an error.
 *
 * @see https://www.w3.org/TR/shacl/#pre-binding
 */
export function substituteBindings(
  algebra: Algebra,
  values: Values,
  factory: DataFactory,
): Algebra {
  return values.size === 0 ? algebra : new Substitution(values, factory).map(algebra)
}

class Substitution {
  readonly #values: Values
  readonly #factory: DataFactory

  constructor(values: Values, factory: DataFactory) {
    this.#values = values
    this.#factory = factory
  }

  map(operation: Algebra): Algebra {
    const { [operation.type]: special } = this.#special
    return special ? special(operation) : this.#mapParts(operation)
  }

  readonly #special: Readonly<Record<string, (operation: Algebra) => Algebra>> = {
    expression: (operation) => this.#mapExpression(operation),
    extend: (operation) => {
      this.#refuseTarget((operation as Extend).variable)
      return this.#mapParts(operation)
    },
    // These keep the variable, so it gets its value below them.
    project: (operation) => this.#keepVariables(operation as WithVariables),
    group: (operation) => this.#keepVariables(operation as WithVariables),
    values: (operation) => {
      for (const variable of (operation as WithVariables).variables) this.#refuseTarget(variable)
      return operation
    },
  }

  #mapExpression(operation: Algebra): Algebra {
    const { operator, args = [] } = operation as { operator?: string; args?: readonly Algebra[] }
    const [argument] = args as readonly { readonly term?: Term }[]
    const isBound = operator === 'bound' && argument?.term && this.#value(argument.term)
    if (!isBound) return this.#mapParts(operation)
    const boolean = this.#factory.namedNode(xsd.boolean)
    return this.#termExpression(this.#factory.literal('true', boolean))
  }

  #keepVariables(operation: WithVariables): Algebra {
    const { variables, ...rest } = operation
    const mapped = this.#mapParts(rest)
    const kept = variables.filter((variable) => this.#values.has(variable.value))
    const input = kept.length === 0 ? mapped.input : this.#bind(mapped.input, kept)
    return { ...mapped, variables, input } as Algebra
  }

  /** Joins the values of variables, below ORDER BY since a join keeps no order. */
  #bind(input: Algebra, variables: readonly Variable[]): Algebra {
    if (input.type === 'orderby') {
      return { ...input, input: this.#bind((input as Single).input, variables) } as Algebra
    }
    const row = variables.map(({ value }) => [value, this.#values.get(value)])
    const values = { type: 'values', variables, bindings: [Object.fromEntries(row)] }
    return { type: 'join', input: [values, input] } as Algebra
  }

  #termExpression = (term: Term): Algebra =>
    ({ type: 'expression', subType: 'term', term }) as Algebra

  /** Copies an operation, with its parts mapped. */
  #mapParts<T extends Algebra>(operation: T): T {
    const entries = Object.entries(operation).map(([key, part]) => [key, this.#mapPart(part)])
    return Object.fromEntries(entries) as T
  }

  #mapPart(part: unknown): unknown {
    if (Array.isArray(part)) return part.map((item) => this.#mapPart(item))
    // A quad pattern is an operation and a term.
    if (isAlgebra(part)) return this.map(part)
    return isTerm(part) ? (this.#value(part) ?? part) : part
  }

  #value = (term: Term): Term | undefined =>
    term.termType === 'Variable' ? this.#values.get(term.value) : undefined

  #refuseTarget({ value }: Variable): void {
    if (!this.#values.has(value)) return
    const reason = `?${value} is a parameter, and the query binds it by itself`
    throw new UsineError('ERR_QUERY_REFUSED', { reason })
  }
}
