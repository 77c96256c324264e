export { entityToWikibaseJson, writeWikibaseJson } from './write-entity.ts'
export type { IdOf } from './write-value.ts'
