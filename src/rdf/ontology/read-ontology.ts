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
import type { Concept, Ontology, OntologyClass, Property, Unit } from './ontology.ts'
import { schemaPatterns } from './ontology.ts'
import { TermReader } from './term-reader.ts'

/** A Turtle file of the ontology: its name, for messages, and its text. */
export interface OntologyDocument {
  readonly file: string
  readonly text: string
}

/**
 * Reads an ontology from Turtle. Terms are IRIs relative to `{base}ontology/`.
 *
 * @throws UsineError ERR_SYNTAX where a file is not Turtle; ERR_ONTOLOGY_INVALID with every problem of the terms
 */
export function readOntology(documents: readonly OntologyDocument[], base: string): Ontology {
  const ontologyBase = `${base}ontology/`
  const store = new Store(documents.flatMap((document) => parseDocument(document, ontologyBase)))
  const problems: string[] = []
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
  problems.push(...checkLinks(ontology))
  if (problems.length > 0) {
    const file = documents.map((document) => document.file).join(', ')
    throw new UsineError('ERR_ONTOLOGY_INVALID', { file, problem: problems.join('\n  ') })
  }
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

function readClass(term: TermReader): OntologyClass {
  const schemaClasses = term.values(rdfs.subClassOf).filter((iri) => iri.startsWith(SCHEMA))
  return { ...term.describe(), schemaClasses, superclasses: term.keys(rdfs.subClassOf) }
}

function readUnit(term: TermReader): Unit {
  const described = term.describe()
  const factor = term.value(`${QUDT}conversionMultiplier`)
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

type Tables = Pick<Ontology, 'properties' | 'classes' | 'units' | 'concepts'>

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

/** Finds references to terms that the ontology does not describe, and keys that stand for two terms. */
function checkLinks(tables: Tables): string[] {
  const { properties, classes, units, concepts } = tables
  const unknownUnits = [...properties.values()].flatMap(({ key, units: allowed }) =>
    allowed
      .filter((unit) => !units.has(unit))
      .map((unit) => `<${key}> allows the unknown unit <${unit}>`),
  )
  const unknownInverses = [...properties.values()]
    .filter(({ inverse }) => inverse !== undefined && !properties.has(inverse))
    .map(({ key, inverse }) => `<${key}> has the unknown inverse <${inverse ?? ''}>`)
  const unknownClasses = [...classes.values()].flatMap(({ key, superclasses }) =>
    superclasses
      .filter((c) => !classes.has(c))
      .map((c) => `<${key}> has the unknown superclass <${c}>`),
  )
  const keys = [properties, classes, units, concepts].flatMap((table) => [...table.keys()])
  const repeated = keys.filter((key, index) => keys.indexOf(key) !== index)
  return [
    ...unknownUnits,
    ...unknownInverses,
    ...unknownClasses,
    ...repeated.map(
      (key) => `<${key}> is of two kinds: give the class, unit or concept another key`,
    ),
  ]
}
