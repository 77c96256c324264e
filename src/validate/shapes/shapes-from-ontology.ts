import type { DataFactory, Quad } from '@rdfjs/types'
import type { Ontology, Property } from '../../rdf/index.ts'
import { createPropertyTerms, type PropertyTerms } from '../../rdf/index.ts'
import { wikidata } from '../../vocabulary.ts'
import { predicatePath } from '../path.ts'
import { wikibase } from '../terms.ts'
import { modelShapes, type ShapeContext } from './model-shapes.ts'
import { propertyShapes } from './property-shapes.ts'
import type { NodeShape } from './shape.ts'
import { shapesToQuads } from './shapes-to-quads.ts'

/** What shapes are derived from and named under. */
export interface ShapesOptions {
  /** The site's base IRI, ends with a slash. */
  readonly base: string
  readonly factory: DataFactory
  /** The site's languages; entities have a label in the first. */
  readonly languages?: readonly string[]
}

/**
 * Derives the shapes that the Wikibase view of a site meets: those of the Wikibase data model, and those of each
 * property as the ontology describes it. Shapes are named `{base}shape/…`.
 *
 * @see https://www.w3.org/TR/shacl/
 */
export function shapesFromOntology(ontology: Ontology, options: ShapesOptions): Quad[] {
  const { factory, base, languages = [] } = options
  const context = { factory, base, languages }
  const termsOf = createPropertyTerms(factory)
  const properties = [...ontology.properties.values()]
  const shapes = [
    ...modelShapes(context),
    ...referenceShapes(context, properties, termsOf),
    ...classShapes(context, ontology, termsOf),
    ...properties.flatMap((property) => [
      ...propertyShapes({
        ...context,
        property,
        terms: termsOf(property.entityIri),
        name: nameOf(property),
        units: unitsOf(property, ontology),
      }),
      ...inverseShapes(context, property, ontology, termsOf),
    ]),
  ]
  return shapesToQuads(shapes, factory)
}

type TermsOf = (propertyIri: string) => PropertyTerms

const nameOf = ({ key, labels }: Property): string => `"${labels.get('en') ?? key}"`

/** A property without units takes plain numbers, whose unit is 1. */
function unitsOf({ units }: Property, ontology: Ontology) {
  const allowed = units.flatMap((key) => ontology.units.get(key) ?? [])
  return allowed.length > 0 ? allowed : [{ key: 'no unit', entityIri: wikidata.one }]
}

/** A reference that names nothing supports nothing. */
function referenceShapes(
  { base }: ShapeContext,
  properties: readonly Property[],
  termsOf: TermsOf,
): NodeShape[] {
  if (properties.length === 0) return []
  const paths = properties.map(({ entityIri }) =>
    predicatePath(termsOf(entityIri).reference.simple.value),
  )
  const snaks = {
    iri: `${base}shape/reference/snaks`,
    path: { kind: 'alternative', paths },
    minCount: 1,
    message: 'A reference has at least one value of a property that the ontology describes',
  } as const
  const target = { kind: 'class', iri: wikibase.Reference } as const
  return [{ iri: `${base}shape/reference`, target, properties: [snaks] }]
}

/** A class that the ontology does not know has no schema.org class, so its members would be missing there. */
function classShapes(
  { base, factory }: ShapeContext,
  { properties, classes }: Ontology,
  termsOf: TermsOf,
): NodeShape[] {
  const instanceOf = properties.get('instanceOf')
  if (!instanceOf) return []
  const { direct } = termsOf(instanceOf.entityIri)
  const path = predicatePath(direct.simple.value)
  const known = {
    iri: `${base}shape/class/known`,
    path,
    in: [...classes.values()].map(({ entityIri }) => factory.namedNode(entityIri)),
    severity: 'info',
    message: 'The class of an entity is described in the ontology',
  } as const
  const present = {
    iri: `${base}shape/class/present`,
    path,
    minCount: 1,
    severity: 'warning',
    message: 'An entity is an instance of a class',
  } as const
  const target = { kind: 'class', iri: wikibase.Item } as const
  return [{ iri: `${base}shape/class`, target, properties: [known, present] }]
}

/** Advice: what the ontology calls inverse is said from both sides, where the site describes both. */
function inverseShapes(
  { base }: ShapeContext,
  property: Property,
  { properties }: Ontology,
  termsOf: TermsOf,
): NodeShape[] {
  const inverse = property.inverse === undefined ? undefined : properties.get(property.inverse)
  if (!inverse) return []
  const iri = `${base}shape/${property.key}/inverse`
  const [there, back] = [property, inverse].map(
    ({ entityIri }) => termsOf(entityIri).direct.simple.value,
  )
  const select = [
    `SELECT $this ?value WHERE { $this <${there ?? ''}> ?value . ?value a <${wikibase.Item}> .`,
    `  FILTER NOT EXISTS { ?value <${back ?? ''}> $this } }`,
  ].join('\n')
  const message = `What has the ${nameOf(property)} {?value} should be its ${nameOf(inverse)}`
  return [
    {
      iri,
      target: { kind: 'subjectsOf', iri: there ?? '' },
      severity: 'info',
      sparql: { iri: `${iri}/query`, message, select },
    },
  ]
}
