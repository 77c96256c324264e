export * from './ontology.ts'
export { OntologyError } from './ontology-error.ts'
export type { OntologyDocument } from './ontology-error.ts'
export * from './read-ontology.ts'
