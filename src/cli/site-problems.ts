import type { Problem } from '../sources/source.ts'

/** Thrown when a site has errors, and what was asked needs a site without. */
export class SiteProblems extends Error {
  override readonly name = 'SiteProblems'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super('The site has errors')
    this.problems = problems
  }
}
