import type { Term } from '@rdfjs/types'
import type { Path } from '../path.ts'
import type { Severity } from '../report.ts'

/** What SHACL's constraint components can demand of a node, as far as the shapes made here need it. */
export interface Constraints {
  readonly class?: string
  readonly datatype?: string
  readonly nodeKind?: string
  readonly hasValue?: Term
  readonly in?: readonly Term[]
  readonly pattern?: string
  readonly languageIn?: readonly string[]
  readonly uniqueLang?: boolean
  readonly minCount?: number
  readonly maxCount?: number
  readonly minInclusive?: number
  readonly maxInclusive?: number
  readonly lessThanOrEquals?: string
  /** At least one of these shapes is met. */
  readonly or?: readonly Alternative[]
  /** At least this many values meet this shape. */
  readonly qualified?: { readonly minCount: number; readonly shape: Alternative }
}

/** A nested shape: constraints on the node itself or, with a path, on what the path leads to. */
export interface Alternative extends Constraints {
  readonly path?: Path
}

/** What all shapes have: an IRI, and a message that says what is expected. */
interface Described {
  readonly iri: string
  readonly message: string
  /** `violation` unless given. */
  readonly severity?: Severity
}

/** A shape for the values that a path leads to. */
export interface PropertyShape extends Described, Constraints {
  readonly path: Path
}

/** A SPARQL-based constraint; `?value` of its solutions are the values that are wrong. */
export interface SparqlConstraint {
  readonly iri: string
  readonly message: string
  readonly select: string
}

/** Which nodes a shape is for. */
export type Target =
  | { readonly kind: 'class'; readonly iri: string }
  | { readonly kind: 'subjectsOf'; readonly iri: string }
  | { readonly kind: 'objectsOf'; readonly iri: string }

/**
 * A shape with a target.
 *
 * @see https://www.w3.org/TR/shacl/#node-shapes
 */
export interface NodeShape extends Constraints {
  readonly iri: string
  readonly target: Target
  readonly message?: string
  readonly severity?: Severity
  readonly properties?: readonly PropertyShape[]
  readonly sparql?: SparqlConstraint
}
