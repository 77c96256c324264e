/** What the server itself needs; only workers fetch, and load what fetches (`safe-fetch.ts`). */
export { parseAllowedHost } from './check-target.ts'
export { clientOf, trustedProxies } from './client-of.ts'
