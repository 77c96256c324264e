export type { EntityDescription, SchemaContext } from './context.ts'
export { fitsDomain, fitsRange } from './context.ts'
export { loadSchemaTerms, type SchemaTerms } from './schema-terms.ts'
export { describeEntities, schemaView } from './schema-view.ts'
