import type { Datatype, Terms } from '../../statements/index.ts'

/** The patterns that statements can take in the schema.org view; `{base}ontology/as-{pattern}` names the term. */
export const schemaPatterns = [
  'text',
  'date',
  'entity',
  'label',
  'geo',
  'address',
  'observation',
  'property-value',
  'event',
] as const

export type SchemaPattern = (typeof schemaPatterns)[number]

/** How a property's statements appear in the schema.org view. */
export interface SchemaMapping {
  readonly pattern: SchemaPattern
  /** The schema.org term (a full IRI) the pattern uses. */
  readonly term: string
}

/** A class, property, unit or concept of the ontology, described once. */
export interface OntologyTerm {
  /** The local name, which is also the key that facts use: `area`, `car-factory`, `ha`. */
  readonly key: string
  /** `{base}ontology/{key}`. */
  readonly iri: string
  /** The IRI that statements use: Wikidata's (`http://www.wikidata.org/entity/P2046`) where aligned, else `iri`. */
  readonly entityIri: string
  readonly labels: Terms
  readonly comments: Terms
}

export interface Property extends OntologyTerm {
  readonly datatype: Datatype
  readonly schema: readonly SchemaMapping[]
  /** How an event that stands for a statement is called; `{value}` is the label of the value. */
  readonly eventNames: Terms
  /** Keys of the units that are allowed; empty where quantities of this property carry none. */
  readonly units: readonly string[]
  /** Key of the property that says the same from the other side. */
  readonly inverse?: string
  /** Pattern that strings must match (of external ids, postal codes), as a regular expression for the whole text. */
  readonly format?: string
  /** `$1` is replaced by an external id to give its IRI. */
  readonly formatterUri?: string
}

export interface OntologyClass extends OntologyTerm {
  /** schema.org classes, full IRIs. */
  readonly schemaClasses: readonly string[]
  /** Keys of classes of the ontology. */
  readonly superclasses: readonly string[]
}

export interface Unit extends OntologyTerm {
  /** What people write: `ha`, `km²`, `km2`, `hectares`. The key is one of them. */
  readonly symbols: readonly string[]
  /** Conversion to the standard (SI) unit: amount × factor, a decimal as text; `unit` is the entity IRI of that unit. */
  readonly conversion?: { readonly factor: string; readonly unit: string }
  readonly qudtUnit?: string
  /** UN/CEFACT common code, for `schema:unitCode`. */
  readonly unitCode?: string
}

/** A named value that facts and parsers use, such as `circa`. */
export type Concept = OntologyTerm

/** Everything a site's `ontology/*.ttl` describes. Look-up is by key or by entity IRI. */
export interface Ontology {
  readonly properties: ReadonlyMap<string, Property>
  readonly classes: ReadonlyMap<string, OntologyClass>
  readonly units: ReadonlyMap<string, Unit>
  readonly concepts: ReadonlyMap<string, Concept>
  findProperty(entityIri: string): Property | undefined
  findClass(entityIri: string): OntologyClass | undefined
  findUnit(entityIri: string): Unit | undefined
  /** Finds a unit by what people write (`ha`, `hectares`, `km²`). */
  findUnitBySymbol(symbol: string): Unit | undefined
}
