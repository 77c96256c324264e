export * from './read-site.ts'
export type { QueryLimits, SiteConfig } from './site-config.ts'
export { hasCode, readError } from './site-files.ts'
export { SiteProblems } from './site-problems.ts'
