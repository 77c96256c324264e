import { UsineError } from '../../errors.ts'
import { SiteProblems } from '../../sources/index.ts'
import type { SiteTrouble } from '../context.ts'

/** Describes why changed files cannot be served. */
export function describeTrouble(error: unknown): SiteTrouble {
  return {
    at: new Date(),
    message:
      error instanceof UsineError
        ? error.message
        : `Something went wrong inside usine: ${String(error)}`,
    problems: error instanceof SiteProblems ? error.problems : [],
  }
}
