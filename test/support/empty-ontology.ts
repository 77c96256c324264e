import type { Ontology } from '../../src/rdf/ontology/ontology.ts'

const none = (): undefined => undefined

/** An ontology that describes nothing. */
export const emptyOntology: Ontology = {
  properties: new Map(),
  classes: new Map(),
  units: new Map(),
  concepts: new Map(),
  findProperty: none,
  findClass: none,
  findUnit: none,
  findUnitBySymbol: none,
}
