import type { Literal, Quad, Term } from '@rdfjs/types'
import { UsineError } from '../../errors.ts'
import { rdf } from '../../vocabulary.ts'

/** The name of a node: an IRI, or a blank node's label behind `_:`. */
export type NodeId = string

/** What one graph says about one subject, each part sorted, so that the same quads always give the same document. */
export interface MapNode {
  readonly id: NodeId
  readonly types: readonly NodeId[]
  readonly properties: readonly MapProperty[]
}

/** A predicate of a node with all its objects. */
export interface MapProperty {
  readonly predicate: string
  readonly objects: readonly (NodeId | Literal)[]
}

type Values = ReadonlyMap<string, NodeId | Literal>

/** Collects the quads of one graph by subject and predicate, as sets. */
export function buildNodeMap(quads: Iterable<Quad>): ReadonlyMap<NodeId, MapNode> {
  const subjects = new Map<NodeId, Map<string, Map<string, NodeId | Literal>>>()
  for (const { subject, predicate, object } of quads) {
    const properties = getOrAdd(subjects, nodeId(subject))
    const value = object.termType === 'Literal' ? object : nodeId(object)
    getOrAdd(properties, predicateKey(predicate, object)).set(sortKey(value), value)
  }
  const ids = [...subjects.keys()].sort()
  return new Map(ids.map((id) => [id, toNode(id, subjects.get(id) ?? new Map())]))
}

/** Names the node that a term stands for. */
export function nodeId(term: Term): NodeId {
  if (term.termType === 'NamedNode') return term.value
  if (term.termType === 'BlankNode') return `_:${term.value}`
  throw new UsineError('ERR_JSONLD_TERM', { term: term.value, kind: term.termType })
}

function predicateKey(predicate: Term, object: Term): string {
  if (predicate.termType !== 'NamedNode') {
    throw new UsineError('ERR_JSONLD_TERM', { term: predicate.value, kind: 'predicate' })
  }
  // `@type` takes only nodes; a literal type stays a property.
  return predicate.value === rdf.type && object.termType !== 'Literal' ? '@type' : predicate.value
}

function toNode(id: NodeId, subject: ReadonlyMap<string, Values>): MapNode {
  const valuesOf = (key: string) => sortedValues(subject.get(key) ?? new Map())
  const types = valuesOf('@type').filter((type) => typeof type === 'string')
  const predicates = [...subject.keys()].filter((key) => key !== '@type').sort()
  return {
    id,
    types,
    properties: predicates.map((predicate) => ({ predicate, objects: valuesOf(predicate) })),
  }
}

const sortedValues = (values: Values) =>
  [...values].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value)

const sortKey = (value: NodeId | Literal): string =>
  typeof value === 'string'
    ? value
    : JSON.stringify([value.value, value.language, value.datatype.value])

function getOrAdd<Key, Inner extends Map<string, unknown>>(map: Map<Key, Inner>, key: Key): Inner {
  const found = map.get(key)
  if (found !== undefined) return found
  const added = new Map() as Inner
  map.set(key, added)
  return added
}
