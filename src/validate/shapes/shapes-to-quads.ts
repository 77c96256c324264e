import type { BlankNode, DataFactory, NamedNode, Quad, Quad_Object, Term } from '@rdfjs/types'
import { pathToQuads } from '../path.ts'
import { severityIris } from '../report.ts'
import { rdf, sh, SHACL, xsd } from '../terms.ts'
import type { Alternative, Constraints, NodeShape, PropertyShape, Target } from './shape.ts'

const targets = {
  class: sh.targetClass,
  subjectsOf: sh.targetSubjectsOf,
  objectsOf: sh.targetObjectsOf,
} as const satisfies Record<Target['kind'], string>

/**
 * Writes shapes as a shapes graph. All nodes are IRIs, those of lists and alternatives made from the shape's own;
 * only paths of several steps are blank, since SHACL reads an IRI as a predicate.
 *
 * @see https://www.w3.org/TR/shacl/
 */
export function shapesToQuads(shapes: readonly NodeShape[], factory: DataFactory): Quad[] {
  const writer = new ShapeWriter(factory)
  for (const shape of shapes) writer.addNodeShape(shape)
  return writer.quads
}

class ShapeWriter {
  readonly quads: Quad[] = []
  readonly #factory: DataFactory

  constructor(factory: DataFactory) {
    this.#factory = factory
  }

  addNodeShape(shape: NodeShape): void {
    const node = this.#iri(shape.iri)
    this.#add(node, rdf.type, this.#iri(sh.NodeShape))
    this.#add(node, targets[shape.target.kind], this.#iri(shape.target.iri))
    this.#addDescription(node, shape)
    this.#addConstraints(node, shape)
    for (const property of shape.properties ?? []) {
      this.#add(node, sh.property, this.#iri(property.iri))
      this.#addPropertyShape(property)
    }
    if (!shape.sparql) return
    const constraint = this.#iri(shape.sparql.iri)
    this.#add(node, sh.sparql, constraint)
    this.#add(constraint, sh.message, this.#literal(shape.sparql.message, 'en'))
    this.#add(constraint, sh.select, this.#literal(shape.sparql.select))
  }

  #addPropertyShape(shape: PropertyShape): void {
    const node = this.#iri(shape.iri)
    this.#add(node, rdf.type, this.#iri(sh.PropertyShape))
    this.#add(node, sh.path, pathToQuads(shape.path, this.quads, this.#factory))
    this.#addDescription(node, shape)
    this.#addConstraints(node, shape)
  }

  #addDescription(
    node: NamedNode,
    { message, severity }: Pick<NodeShape, 'message' | 'severity'>,
  ): void {
    if (message !== undefined) this.#add(node, sh.message, this.#literal(message, 'en'))
    if (severity) this.#add(node, sh.severity, this.#iri(severityIris[severity]))
  }

  #addConstraints(node: NamedNode, constraints: Constraints): void {
    for (const name of ['class', 'datatype', 'nodeKind', 'lessThanOrEquals'] as const) {
      const iri = constraints[name]
      if (iri !== undefined) this.#add(node, SHACL + name, this.#iri(iri))
    }
    for (const name of ['minCount', 'maxCount', 'minInclusive', 'maxInclusive'] as const) {
      const bound = constraints[name]
      if (bound !== undefined)
        this.#add(node, SHACL + name, this.#typed(String(bound), xsd.integer))
    }
    const { hasValue, pattern, uniqueLang } = constraints
    if (hasValue) this.#add(node, sh.hasValue, hasValue)
    if (pattern !== undefined) this.#add(node, sh.pattern, this.#literal(pattern))
    if (uniqueLang) this.#add(node, `${SHACL}uniqueLang`, this.#typed('true', xsd.boolean))
    this.#addLists(node, constraints)
  }

  #addLists(node: NamedNode, { in: members, languageIn, or, qualified }: Constraints): void {
    if (members) this.#addList(node, 'in', members)
    if (languageIn) {
      const languages = languageIn.map((language) => this.#literal(language))
      this.#addList(node, 'languageIn', languages)
    }
    if (or) {
      const nodes = or.map((shape, index) => this.#nest(`${node.value}/or-${index + 1}`, shape))
      this.#addList(node, 'or', nodes)
    }
    if (!qualified) return
    const shape = this.#nest(`${node.value}/qualified`, qualified.shape)
    this.#add(node, `${SHACL}qualifiedValueShape`, shape)
    const count = this.#typed(String(qualified.minCount), xsd.integer)
    this.#add(node, `${SHACL}qualifiedMinCount`, count)
  }

  #nest(iri: string, shape: Alternative): NamedNode {
    const node = this.#iri(iri)
    this.#add(node, rdf.type, this.#iri(shape.path ? sh.PropertyShape : sh.NodeShape))
    if (shape.path) this.#add(node, sh.path, pathToQuads(shape.path, this.quads, this.#factory))
    this.#addConstraints(node, shape)
    return node
  }

  #addList(node: NamedNode, name: string, members: readonly Term[]): void {
    const cellAt = (index: number) =>
      this.#iri(index < members.length ? `${node.value}/${name}/${index + 1}` : rdf.nil)
    this.#add(node, SHACL + name, cellAt(0))
    for (const [index, member] of members.entries()) {
      this.#add(cellAt(index), rdf.first, member)
      this.#add(cellAt(index), rdf.rest, cellAt(index + 1))
    }
  }

  #iri(iri: string): NamedNode {
    return this.#factory.namedNode(iri)
  }

  #literal(text: string, language?: string) {
    return this.#factory.literal(text, language)
  }

  #typed(text: string, datatype: string) {
    return this.#factory.literal(text, this.#iri(datatype))
  }

  #add(subject: NamedNode | BlankNode, predicate: string, object: Term): void {
    this.quads.push(this.#factory.quad(subject, this.#iri(predicate), object as Quad_Object))
  }
}
