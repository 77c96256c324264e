/** The part of shacl-engine 1.1 that usine uses; the package brings no types. */
declare module 'shacl-engine' {
  import type { DataFactory, DatasetCore, Literal, NamedNode, Term } from '@rdfjs/types'

  export interface PathStep {
    readonly quantifier: 'one' | 'oneOrMore' | 'zeroOrMore' | 'zeroOrOne'
    readonly start: 'subject' | 'object'
    readonly end: 'subject' | 'object'
    readonly predicates: readonly NamedNode[]
  }

  export interface Pointer {
    readonly term: Term | undefined
    readonly terms: readonly Term[]
    readonly value: string | undefined
    readonly dataset: DatasetCore
    out(predicates: readonly Term[]): Pointer
    node(terms: readonly Term[]): Pointer
    [Symbol.iterator](): Iterator<Pointer>
  }

  export interface Shape {
    readonly ptr: Pointer
    readonly path: readonly PathStep[] | null
    readonly sparql: Pointer
  }

  export interface ValidationResult {
    readonly constraintComponent: NamedNode
    readonly focusNode: Pointer
    readonly message: readonly Literal[]
    readonly path: readonly PathStep[] | null
    readonly severity: NamedNode
    readonly shape: Shape
    readonly source: readonly Term[]
    readonly value: Pointer | undefined
  }

  export interface Context {
    readonly focusNode: Pointer
    readonly factory: DataFactory
    violation(component: Term, details: object): void
  }

  export interface CompiledConstraint {
    readonly generic?: (context: Context) => void | Promise<void>
  }

  export interface Report {
    readonly conforms: boolean
    readonly results: readonly ValidationResult[]
  }

  export type Compile = (shape: Shape) => CompiledConstraint

  export interface ValidatorOptions {
    readonly factory: DataFactory
    readonly validations?: ReadonlyMap<Term, Compile>
    readonly targetResolvers?: ReadonlyMap<Term, unknown>
  }

  export class Validator {
    constructor(shapes: DatasetCore, options: ValidatorOptions)
    validate(data: { readonly dataset: DatasetCore }): Promise<Report>
  }
}
