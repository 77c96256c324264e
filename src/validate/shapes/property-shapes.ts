import type { NamedNode } from '@rdfjs/types'
import type { Property } from '../../rdf/index.ts'
import type { PropertyTerms } from '../../rdf/index.ts'
import { type Datatype, valueTypeOf } from '../../statements/index.ts'
import { GEO } from '../../vocabulary.ts'
import { predicatePath } from '../path.ts'
import { rdf, sh, WIKIBASE, wikibase, xsd } from '../terms.ts'
import type { ShapeContext } from './model-shapes.ts'
import type { Alternative, Constraints, NodeShape, PropertyShape } from './shape.ts'

const text = { kind: { datatype: xsd.string }, name: 'a text' }
const iri = { kind: { nodeKind: sh.IRI }, name: 'an IRI' }
const entity = { kind: { nodeKind: sh.IRI }, name: 'an entity' }

/** What the values of each datatype are in RDF. */
const valueKinds: Readonly<Record<Datatype, { kind: Constraints; name: string }>> = {
  'wikibase-item': entity,
  'wikibase-property': entity,
  'wikibase-lexeme': entity,
  'wikibase-form': entity,
  'wikibase-sense': entity,
  'entity-schema': entity,
  string: text,
  'external-id': text,
  math: text,
  'musical-notation': text,
  url: iri,
  commonsMedia: iri,
  'geo-shape': iri,
  'tabular-data': iri,
  monolingualtext: { kind: { datatype: rdf.langString }, name: 'a text with a language' },
  quantity: { kind: { datatype: xsd.decimal }, name: 'a decimal amount' },
  time: { kind: { datatype: xsd.dateTime }, name: 'an xsd:dateTime' },
  'globe-coordinate': { kind: { datatype: `${GEO}wktLiteral` }, name: 'a geo:wktLiteral' },
}

/** The classes of the nodes that describe values in full. */
const valueClasses: Readonly<Partial<Record<string, string>>> = {
  quantity: wikibase.QuantityValue,
  time: wikibase.TimeValue,
  globecoordinate: wikibase.GlobecoordinateValue,
}

/** An unknown value (somevalue): a blank node, or an IRI that stands for one. */
const unknown: readonly Constraints[] = [
  { nodeKind: sh.BlankNode },
  { nodeKind: sh.IRI, pattern: '/\\.well-known/genid/' },
]

/** The predicates that lead to a value and, where it has parts, to the node with them. */
interface ValuePredicates {
  readonly simple: NamedNode
  readonly deep?: NamedNode
}

/** The property that shapes are derived for. */
export interface Subject extends ShapeContext {
  readonly property: Property
  readonly terms: PropertyTerms
  /** The property as messages call it: `area (P2046)`. */
  readonly name: string
  /** The units that its quantities take; "none" is one. */
  readonly units: readonly { readonly key: string; readonly entityIri: string }[]
}

/**
 * Derives the shapes of one property: what its statements have, what its values are wherever they stand, which units
 * and forms they take.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format
 */
export function propertyShapes(subject: Subject): NodeShape[] {
  const { direct, statement, qualifier, reference } = subject.terms
  return [
    statementShape(subject),
    placeShape(subject, 'direct', direct, 'Value'),
    placeShape(subject, 'value', statement, 'Main value'),
    placeShape(subject, 'qualifier', qualifier, 'Qualifier'),
    placeShape(subject, 'reference', reference, 'Reference'),
  ]
}

/** What `p:` points to is a statement with one value, an unknown value or no value. */
function statementShape({ base, factory, property, terms, name }: Subject): NodeShape {
  const shape = `${base}shape/${property.key}/statement`
  const { simple, deep } = terms.statement
  const main = predicatePath(simple.value)
  const novalue: Alternative = { path: predicatePath(rdf.type), hasValue: terms.novalue }
  const properties: PropertyShape[] = [
    {
      iri: `${shape}/type`,
      path: predicatePath(rdf.type),
      hasValue: factory.namedNode(wikibase.Statement),
      message: `p:${terms.id} points to statements`,
    },
    {
      iri: `${shape}/one`,
      path: main,
      maxCount: 1,
      message: `A statement of ${name} has one main value`,
    },
  ]
  if (valueClasses[valueTypeOf(property.datatype)] !== undefined) {
    properties.push({
      iri: `${shape}/full-one`,
      path: predicatePath(deep.value),
      maxCount: 1,
      message: `A statement of ${name} has one main value in full (psv:${terms.id})`,
    })
  }
  return {
    iri: shape,
    target: { kind: 'objectsOf', iri: terms.claim.value },
    message: `A statement of ${name} has a value, an unknown value or no value (wdno:${terms.id})`,
    or: [{ path: main, minCount: 1 }, novalue],
    properties,
  }
}

/** What stands at one place: the value itself and, beside it, the value in full. */
function placeShape(
  subject: Subject,
  place: string,
  predicates: ValuePredicates,
  role: string,
): NodeShape {
  const shape = `${subject.base}shape/${subject.property.key}/${place}`
  const simple = simpleShapes(subject, shape, role, predicates.simple)
  const full = fullShapes(subject, shape, role, predicates)
  return {
    iri: shape,
    target: { kind: 'subjectsOf', iri: predicates.simple.value },
    ...(full.length > 0 && completeness(subject, role, predicates)),
    properties: [...simple, ...full],
  }
}

function simpleShapes(
  { property, name }: Subject,
  shape: string,
  role: string,
  { value }: NamedNode,
): PropertyShape[] {
  const path = predicatePath(value)
  const { kind, name: kindName } = valueKinds[property.datatype]
  const kindShape = {
    iri: `${shape}/kind`,
    path,
    or: [kind, ...unknown],
    message: `${role} of ${name} is ${kindName}`,
  }
  const { format } = property
  if (format === undefined) return [kindShape]
  const formatShape = {
    iri: `${shape}/format`,
    path,
    or: [{ pattern: `^(?:${format})$` }, ...unknown],
    message: `${role} of ${name} has the form ${format}`,
  }
  return [kindShape, formatShape]
}

/** Quantities, times and coordinates are also written in full, as a node with all their parts. */
function fullShapes(
  { factory, property, name, units }: Subject,
  shape: string,
  role: string,
  { deep }: ValuePredicates,
): PropertyShape[] {
  const valueClass = valueClasses[valueTypeOf(property.datatype)]
  if (!deep || valueClass === undefined) return []
  const path = predicatePath(deep.value)
  const full = {
    iri: `${shape}/full`,
    path,
    class: valueClass,
    message: `${role} of ${name} in full is a ${valueClass.replace(WIKIBASE, 'wikibase:')}`,
  }
  if (property.datatype !== 'quantity') return [full]
  const unit = {
    iri: `${shape}/unit`,
    path: { kind: 'sequence', paths: [path, predicatePath(wikibase.quantityUnit)] },
    in: units.map(({ entityIri }) => factory.namedNode(entityIri)),
    message: `${role} of ${name} is in ${units.map(({ key }) => key).join(', ')}`,
  } as const
  return [full, unit]
}

function completeness({ name }: Subject, role: string, { simple, deep }: ValuePredicates) {
  if (!deep) return {}
  return {
    message: `${role} of ${name} is also written in full`,
    or: [
      { path: predicatePath(deep.value), minCount: 1 },
      { path: predicatePath(simple.value), or: unknown },
    ],
  }
}
