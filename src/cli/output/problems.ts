import type { Problem } from '../../sources/source.ts'
import type { Printer } from './printer.ts'

/** Prints problems as compilers do, `file:line:column: error: message`, so that editors find the places. */
export function printProblems(problems: readonly Problem[], printer: Printer): void {
  for (const { origin, severity, message } of problems) {
    const { file, line, column } = origin
    printer.line(
      ['strong', `${file}:${line}:${column}:`],
      ' ',
      [severity === 'error' ? 'bad' : 'doubtful', `${severity}:`],
      ` ${message}`,
    )
  }
}

/** A problem for machines. */
export interface JsonProblem {
  readonly severity: Problem['severity']
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

/** Writes problems flat, for machines. */
export const problemsToJson = (problems: readonly Problem[]): JsonProblem[] =>
  problems.map(({ severity, message, origin: { file, line, column } }) => ({
    severity,
    file,
    line,
    column,
    message,
  }))

/** Whether there is an error among problems. */
export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some(({ severity }) => severity === 'error')

/** Writes a number of things: `1 error`, `2,100 statements`. */
export const count = (number: number, singular: string, plural = `${singular}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? singular : plural}`
