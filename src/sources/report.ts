import type { Origin } from '../statements/index.ts'
import type { Problem } from './source.ts'

/** Collects what is wrong while reading goes on. */
export interface Report {
  readonly problems: readonly Problem[]
  error(origin: Origin, message: string): void
  warning(origin: Origin, message: string): void
}

/** Creates an empty report. */
export function createReport(): Report {
  const problems: Problem[] = []
  return {
    problems,
    error: (origin, message) => {
      problems.push({ severity: 'error', message, origin })
    },
    warning: (origin, message) => {
      problems.push({ severity: 'warning', message, origin })
    },
  }
}

/** Orders problems as a person reads them: by file, line and column. */
export const compareProblems = ({ origin: a }: Problem, { origin: b }: Problem): number => {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}
