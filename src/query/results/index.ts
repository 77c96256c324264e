export type { ResultOptions } from './result-options.ts'
export { serializeBoolean, serializeSolutions } from './serialize-results.ts'
