export { decompress } from './decompress.ts'
export { LINE_LIMIT, createWikibaseJsonSource } from './wikibase-json.ts'
export type { WikibaseJsonOptions } from './wikibase-json.ts'
