import type { DataFactory, NamedNode, Quad, Quad_Object, Term } from '@rdfjs/types'
import { rdf, SCHEMA, XSD } from '../../vocabulary.ts'
import type { Entity, Snak, Terms } from '../../statements/index.ts'
import type { Ontology } from '../ontology/index.ts'
import type { SchemaTerms } from './schema-terms.ts'

/** What the view needs to know of an entity that a statement points to. */
export interface EntityDescription {
  readonly labels: Terms
  /** Full IRIs; `schema:Thing` where no class is known. */
  readonly schemaClasses: readonly string[]
}

/** What the schema.org view is written with. */
export interface SchemaContext {
  readonly factory: DataFactory
  readonly graph: Quad['graph']
  readonly ontology: Ontology
  readonly terms: SchemaTerms
  /** The languages to write sentences in, the site's first language first. */
  readonly languages: readonly string[]
  findEntity(iri: string): EntityDescription | undefined
}

/** A node of the view with its schema.org classes, on which domains depend. */
export interface SchemaNode {
  readonly iri: NamedNode
  readonly classes: readonly string[]
}

/** What is to be said of a node: a snak and its qualifiers. `iri` is what nodes made for it are named under. */
export interface Fact {
  readonly snak: Snak
  readonly qualifiers: readonly Snak[]
  readonly iri: string
}

/** Makes a node of one schema.org class, named by local name, and the quad that says its class. */
export function createNode(
  iri: string,
  className: string,
  context: SchemaContext,
): { node: SchemaNode; quads: Quad[] } {
  const { factory } = context
  const node = { iri: factory.namedNode(iri), classes: [SCHEMA + className] }
  return { node, quads: [say(node, rdf.type, factory.namedNode(SCHEMA + className), context)] }
}

/** Makes one quad of the view; `term` is a full IRI. */
export function say(node: SchemaNode, term: string, object: Term, context: SchemaContext): Quad {
  const { factory, graph } = context
  return factory.quad(node.iri, factory.namedNode(term), object as Quad_Object, graph)
}

/** Makes a literal of an XSD type for each text given. */
export const typedLiteral = (text: string, type: string, { factory }: SchemaContext) =>
  factory.literal(text, factory.namedNode(XSD + type))

/** Tells whether a term may be used on nodes of these classes: one of its domains is a class of theirs or above one. */
export function fitsDomain(term: string, classes: readonly string[], terms: SchemaTerms): boolean {
  const domains = terms.domainsOf(term)
  return domains.length === 0 || overlaps(classes, domains, terms)
}

/** Tells whether a term may point to nodes of these classes. */
export function fitsRange(term: string, classes: readonly string[], terms: SchemaTerms): boolean {
  return overlaps(classes, terms.rangesOf(term), terms)
}

const overlaps = (classes: readonly string[], wanted: readonly string[], terms: SchemaTerms) =>
  classes.some((schemaClass) => {
    const above = terms.superclassesOf(schemaClass)
    return wanted.some((iri) => above.has(iri))
  })

/** Finds the schema.org classes of an entity by its truthy or other `instance of` statements that are not deprecated. */
export function schemaClassesOf(entity: Entity, ontology: Ontology): readonly string[] {
  const instanceOf = ontology.properties.get('instanceOf')?.entityIri
  const classes = entity.statements.flatMap(({ mainSnak, rank }) => {
    const isClass = mainSnak.property === instanceOf && rank !== 'deprecated'
    if (!isClass || mainSnak.snakType !== 'value' || mainSnak.value.type !== 'entityid') return []
    return ontology.findClass(mainSnak.value.iri)?.schemaClasses ?? []
  })
  const specific = classes.filter((iri) => iri !== `${SCHEMA}Thing`)
  return specific.length > 0 ? [...new Set(specific)] : [`${SCHEMA}Thing`]
}
