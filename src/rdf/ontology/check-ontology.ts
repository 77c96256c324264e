import type { TermProblem } from './ontology-error.ts'
import type { Ontology, OntologyTerm } from './ontology.ts'

/** The terms of an ontology, by key. */
export type Tables = Pick<Ontology, 'properties' | 'classes' | 'units' | 'concepts'>

/** Finds references to terms that the ontology does not describe, and terms that stand for one thing twice. */
export function checkOntology(tables: Tables): TermProblem[] {
  const { properties, classes, units, concepts } = tables
  const all = [properties, classes, units, concepts]
  const keys = all.flatMap((table) => [...table.keys()])
  const repeated = keys.filter((key, index) => keys.indexOf(key) !== index)
  return [
    ...checkLinks(tables),
    ...repeated.map((key) => ({
      key,
      problem: 'is of two kinds: give the class, unit or concept another key',
    })),
    ...all.flatMap((table) => findTwins([...table.values()])),
  ]
}

function checkLinks({ properties, classes, units }: Tables): TermProblem[] {
  const missing = (
    { key }: OntologyTerm,
    what: string,
    linked: readonly string[],
    known: ReadonlyMap<string, unknown>,
  ): TermProblem[] =>
    linked
      .filter((other) => !known.has(other))
      .map((other) => ({ key, problem: `${what} <${other}>` }))
  return [
    ...[...properties.values()].flatMap((property) => [
      ...missing(property, 'allows the unknown unit', property.units, units),
      ...missing(property, 'has the unknown inverse', [property.inverse ?? []].flat(), properties),
    ]),
    ...[...classes.values()].flatMap((term) =>
      missing(term, 'has the unknown superclass', term.superclasses, classes),
    ),
  ]
}

/** Two terms that stand for one Wikidata entity could not be told apart once they are statements. */
function findTwins(terms: readonly OntologyTerm[]): TermProblem[] {
  const first = new Map<string, string>()
  return terms.flatMap(({ key, entityIri }) => {
    const other = first.get(entityIri)
    if (other !== undefined)
      return [{ key, problem: `stands for <${entityIri}>, as <${other}> does` }]
    first.set(entityIri, key)
    return []
  })
}
