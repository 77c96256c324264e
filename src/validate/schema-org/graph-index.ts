import type { Quad, Term } from '@rdfjs/types'
import type { SchemaTerms } from '../../rdf/index.ts'
import { rdf } from '../terms.ts'

/** What the check needs to know of the graph around a quad. */
export interface GraphIndex {
  /** All schema.org classes of a node with their superclasses; empty where none is known. */
  classesOf(node: Term): ReadonlySet<string>
  /** The schema.org classes that the graph itself gives a node. */
  declaredClassesOf(node: Term): readonly string[]
  /** Tells whether some node has this node as a value of the property. */
  leadsTo(predicate: string, object: Term): boolean
  /** Tells whether the node has a value of the property. */
  leadsFrom(subject: Term, predicate: string): boolean
}

/** Indexes the types of a graph's nodes, and the properties that lead from and to them. */
export function indexGraph(quads: Iterable<Quad>, terms: SchemaTerms): GraphIndex {
  const types = new Map<string, string[]>()
  const from = new Set<string>()
  const to = new Set<string>()
  for (const { subject, predicate, object } of quads) {
    from.add(`${keyOf(subject)} ${predicate.value}`)
    if (object.termType !== 'Literal') to.add(`${predicate.value} ${keyOf(object)}`)
    if (predicate.value !== rdf.type) continue
    const known = types.get(keyOf(subject))
    if (known) known.push(object.value)
    else types.set(keyOf(subject), [object.value])
  }
  /** The members of schema.org's own enumerations need no type in the graph. */
  const declared = (node: Term) =>
    (types.get(keyOf(node)) ?? terms.typesOf(node.value)).filter((type) => terms.isClass(type))
  return {
    classesOf: (node) => new Set(declared(node).flatMap((type) => [...terms.superclassesOf(type)])),
    declaredClassesOf: declared,
    leadsTo: (predicate, object) => to.has(`${predicate} ${keyOf(object)}`),
    leadsFrom: (subject, predicate) => from.has(`${keyOf(subject)} ${predicate}`),
  }
}

/** Blank nodes and IRIs of the same text are different nodes. */
const keyOf = ({ termType, value }: Term): string => `${termType} ${value}`
