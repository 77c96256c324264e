import type { Concept, Ontology, OntologyClass, Property, Unit } from '../../../rdf/index.ts'

/** A term of an ontology, and of which kind it is. */
export type KnownTerm =
  | { readonly kind: 'property'; readonly term: Property }
  | { readonly kind: 'class'; readonly term: OntologyClass }
  | { readonly kind: 'unit'; readonly term: Unit }
  | { readonly kind: 'concept'; readonly term: Concept }

/** Finds a term by its key; where several kinds have the key, a property comes first. */
export function findTerm(key: string, ontology: Ontology): KnownTerm | undefined {
  const property = ontology.properties.get(key)
  if (property) return { kind: 'property', term: property }
  const oneClass = ontology.classes.get(key)
  if (oneClass) return { kind: 'class', term: oneClass }
  const unit = ontology.units.get(key)
  if (unit) return { kind: 'unit', term: unit }
  const concept = ontology.concepts.get(key)
  return concept && { kind: 'concept', term: concept }
}
