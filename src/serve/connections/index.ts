export { readConnectionLimits } from './connection-limits.ts'
export type { ConnectionLimits } from './connection-limits.ts'
export { createRefusal } from './refuse-request.ts'
