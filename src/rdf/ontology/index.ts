export * from './ontology.ts'
export * from './read-ontology.ts'
