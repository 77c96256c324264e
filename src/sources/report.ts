import type { Origin } from '../statements/index.ts'
import type { Problem } from './source.ts'

/** A person solves the first problems first; a file full of them would take long to check to its end. */
const mostProblems = 1000

/** Collects what is wrong while reading goes on. */
export interface Report {
  readonly problems: readonly Problem[]
  /** Tells whether no more problems are collected, so that reading on is of no use. */
  readonly isFull: boolean
  error(origin: Origin, message: string): void
  warning(origin: Origin, message: string): void
}

/** Creates an empty report; it says where it is full. */
export function createReport(): Report {
  const problems: Problem[] = []
  const add = (problem: Problem): void => {
    if (problems.length < mostProblems) problems.push(problem)
    else if (problems.length === mostProblems) problems.push({ ...problem, message: more })
  }
  return {
    problems,
    get isFull() {
      return problems.length > mostProblems
    },
    error: (origin, message) => {
      add({ severity: 'error', message, origin })
    },
    warning: (origin, message) => {
      add({ severity: 'warning', message, origin })
    },
  }
}

const more = `More than ${mostProblems} problems; those that follow are not listed`

/** Orders problems as a person reads them: by file, line and column. */
export const compareProblems = ({ origin: a }: Problem, { origin: b }: Problem): number => {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}
