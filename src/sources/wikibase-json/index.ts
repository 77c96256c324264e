export { viewBatches } from './view-batches.ts'
export type { ConversionCounts, ConversionOptions } from './view-batches.ts'
export { LINE_LIMIT, createWikibaseJsonSource } from './wikibase-json.ts'
export type { WikibaseJsonOptions } from './wikibase-json.ts'
