import { UsineError } from '../../errors.ts'
import type { Problem } from '../source.ts'

/** Thrown when a site has errors, and what was asked needs a site without. */
export class SiteProblems extends UsineError {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const errors = problems.filter(({ severity }) => severity === 'error').length
    const isOne = errors === 1
    super('ERR_SITE_INVALID', {
      count: isOne ? '1 error' : `${errors} errors`,
      what: isOne ? 'it is' : 'they are',
    })
    this.problems = problems
  }
}
