import { Parser, Store } from 'n3'
import { UsineError } from '../../errors.ts'
import { findDatatype } from '../../statements/index.ts'
import {
  owl,
  QUDT,
  QUDT_UNIT,
  rdf,
  rdfs,
  SCHEMA,
  SHACL,
  skos,
  WIKIBASE,
  WIKIDATA,
  WIKIDATA_ENTITY,
} from '../../vocabulary.ts'
import { checkOntology } from './check-ontology.ts'
import type { Tables } from './check-ontology.ts'
import { OntologyError } from './ontology-error.ts'
import type { OntologyDocument, TermProblem } from './ontology-error.ts'
import type { Concept, Ontology, OntologyClass, Property, Unit } from './ontology.ts'
import { schemaPatterns } from './ontology.ts'
import { TermReader } from './term-reader.ts'

/**
 * Reads an ontology from Turtle. Terms are IRIs relative to `{base}ontology/`.
 *
 * @throws UsineError ERR_SYNTAX where a file is not Turtle
 * @throws OntologyError with every problem of the terms
 */
export function readOntology(documents: readonly OntologyDocument[], base: string): Ontology {
  const ontologyBase = `${base}ontology/`
  const store = new Store(documents.flatMap((document) => parseDocument(document, ontologyBase)))
  const problems: TermProblem[] = []
  const readAll = <T extends { key: string }>(type: string, read: (term: TermReader) => T) => {
    const iris = store.getSubjects(rdf.type, type, null).map(({ value }) => value)
    const own = iris.filter((iri) => iri.startsWith(ontologyBase)).sort()
    const terms = own.map((iri) => read(new TermReader(iri, store, ontologyBase, problems)))
    return new Map(terms.map((term) => [term.key, term]))
  }
  const ontology = indexOntology({
    properties: readAll(`${WIKIBASE}Property`, (term) => readProperty(term, ontologyBase)),
    classes: readAll(owl.Class, readClass),
    units: readAll(`${QUDT}Unit`, readUnit),
    concepts: readAll(skos.Concept, readConcept),
  })
  problems.push(...checkOntology(ontology))
  if (problems.length > 0) throw new OntologyError(problems, documents, ontologyBase)
  return ontology
}

function parseDocument({ file, text }: OntologyDocument, baseIRI: string) {
  try {
    return new Parser({ baseIRI, format: 'text/turtle' }).parse(text)
  } catch (cause) {
    const { message, context } = cause as Error & { context?: { line?: number } }
    const problem = message.replace(/ on line \d+\.$/, '')
    throw new UsineError(
      'ERR_SYNTAX',
      { file, line: context?.line ?? 1, column: 1, problem },
      { cause },
    )
  }
}

function readProperty(term: TermReader, ontologyBase: string): Property {
  const described = term.describe()
  checkOwnPredicates(term, ontologyBase)
  const typeIri = term.value(`${WIKIBASE}propertyType`) ?? ''
  const datatype = findDatatype(typeIri)
  if (!datatype) term.report(`has no known wikibase:propertyType, got "${typeIri}"`)
  checkDirectClaim(term, described.entityIri)
  const [inverse] = term.keys(owl.inverseOf)
  const format = term.value(`${SHACL}pattern`)
  // Of an aligned property, it may stand with the Wikidata property: `wd:P214 wdt:P1921 "…"`.
  const [formatterUri] = term.valuesOf(
    [term.iri, described.entityIri],
    `${WIKIDATA}prop/direct/P1921`,
  )
  return {
    ...described,
    datatype: datatype ?? 'string',
    schema: schemaPatterns.flatMap((pattern) =>
      term
        .values(`${ontologyBase}as-${pattern}`)
        .map((schemaTerm) => ({ pattern, term: schemaTerm })),
    ),
    eventNames: term.texts(`${ontologyBase}event-name`),
    units: term.keys(`${QUDT}applicableUnit`),
    ...(inverse !== undefined && { inverse }),
    ...(format !== undefined && { format }),
    ...(formatterUri !== undefined && { formatterUri }),
  }
}

/** `wikibase:directClaim` and `skos:exactMatch` must name the same property, or a query for one finds no value. */
function checkDirectClaim(term: TermReader, entityIri: string): void {
  const aligned = entityIri.startsWith(WIKIDATA_ENTITY)
  const expected = aligned
    ? entityIri.replace('/entity/', '/prop/direct/')
    : term.iri.replace('/ontology/', '/prop/direct/')
  const claim = term.value(`${WIKIBASE}directClaim`)
  if (claim !== undefined || aligned) {
    if (claim !== expected)
      term.report(`has wikibase:directClaim <${claim ?? ''}>, expected <${expected}>`)
  }
}

/** What else a property says in own terms is most likely misspelled. */
function checkOwnPredicates(term: TermReader, ontologyBase: string): void {
  const patterns = schemaPatterns.map((pattern) => `as-${pattern}`)
  const known = [...patterns, 'event-name']
  for (const iri of term.predicates().filter((predicate) => predicate.startsWith(ontologyBase))) {
    const name = iri.slice(ontologyBase.length)
    if (!known.includes(name)) term.report(`has <${name}>; known: ${known.join(', ')}`)
    if (!patterns.includes(name)) continue
    const wrong = term.values(iri).find((value) => !value.startsWith(SCHEMA))
    if (wrong !== undefined) term.report(`has <${name}> "${wrong}", expected a term of schema.org`)
  }
}

function readClass(term: TermReader): OntologyClass {
  const schemaClasses = term.values(rdfs.subClassOf).filter((iri) => iri.startsWith(SCHEMA))
  return { ...term.describe(), schemaClasses, superclasses: term.keys(rdfs.subClassOf) }
}

function readUnit(term: TermReader): Unit {
  const described = term.describe()
  const factor = term.value(`${QUDT}conversionMultiplier`)
  if (factor !== undefined && !/^\d{1,60}(?:\.\d{1,60})?$/.test(factor))
    term.report(`has the factor "${factor}", expected a decimal such as 10000 or 0.3048`)
  const [standardUnit] = term.values(`${QUDT}scalingOf`)
  const qudtUnit = term.values(skos.exactMatch).find((iri) => iri.startsWith(QUDT_UNIT))
  const unitCode = term.value(`${QUDT}uneceCommonCode`)
  const symbols = [...term.values(`${QUDT}symbol`), ...term.values(skos.altLabel)]
  return {
    ...described,
    symbols: [...new Set([described.key, ...symbols, ...described.labels.values()])],
    ...(factor !== undefined &&
      standardUnit !== undefined && { conversion: { factor, unit: standardUnit } }),
    ...(qudtUnit !== undefined && { qudtUnit }),
    ...(unitCode !== undefined && { unitCode }),
  }
}

const readConcept = (term: TermReader): Concept => term.describe()

function indexOntology(tables: Tables): Ontology {
  const byEntityIri = <T extends { entityIri: string }>(terms: ReadonlyMap<string, T>) =>
    new Map([...terms.values()].map((term) => [term.entityIri, term]))
  const units = new Map(
    [...tables.units].map(([key, unit]) => [key, resolveConversion(unit, tables)]),
  )
  const [properties, classes] = [byEntityIri(tables.properties), byEntityIri(tables.classes)]
  const unitsByIri = byEntityIri(units)
  const bySymbol = new Map(
    [...units.values()].flatMap((unit) => unit.symbols.map((s) => [s, unit])),
  )
  return {
    ...tables,
    units,
    findProperty: (iri) => properties.get(iri),
    findClass: (iri) => classes.get(iri),
    findUnit: (iri) => unitsByIri.get(iri),
    findUnitBySymbol: (symbol) => bySymbol.get(symbol),
  }
}

/** The standard unit is written as an own term and used by its entity IRI. */
function resolveConversion(unit: Unit, { units }: Tables): Unit {
  if (!unit.conversion) return unit
  const { factor, unit: iri } = unit.conversion
  const standard = [...units.values()].find((candidate) => candidate.iri === iri)
  return { ...unit, conversion: { factor, unit: standard?.entityIri ?? iri } }
}
