import { UsineError } from '../errors.ts'
import type { Problem } from '../sources/source.ts'
import { count } from './output/problems.ts'

/** Thrown when a site has errors, and what was asked needs a site without. */
export class SiteProblems extends UsineError {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const errors = problems.filter(({ severity }) => severity === 'error').length
    const what = errors === 1 ? 'it is' : 'they are'
    super('ERR_SITE_INVALID', { count: count(errors, 'error'), what })
    this.problems = problems
  }
}
