import { UsineError } from '../errors.ts'
import type { Context } from './context.ts'
import { printProblems, problemsToJson } from './output/problems.ts'
import { SiteProblems } from './site-problems.ts'

type ErrorContext = Pick<Context, 'err' | 'stderr' | 'json'>

/** Writes to standard error what went wrong: one line, or JSON. */
export function reportError(error: unknown, context: ErrorContext, debug: boolean): void {
  if (context.json) context.stderr.write(`${JSON.stringify(errorToJson(error, debug))}\n`)
  else if (error instanceof SiteProblems) reportSiteProblems(error, context)
  else if (error instanceof UsineError) reportKnown(error, context, debug)
  else reportUnexpected(error, context, debug)
}

function errorToJson(error: unknown, debug: boolean): object {
  const { message, stack } = toError(error)
  const code = error instanceof UsineError ? error.code : 'ERR_INTERNAL'
  const details = error instanceof UsineError ? error.details : undefined
  const problems = error instanceof SiteProblems ? problemsToJson(error.problems) : undefined
  return { error: { code, message, details, problems, ...(debug && { stack }) } }
}

function reportSiteProblems({ problems, message }: SiteProblems, { err }: ErrorContext): void {
  printProblems(problems, err)
  err.line(['bad', message])
}

function reportKnown(error: UsineError, { err }: ErrorContext, debug: boolean): void {
  err.line(['bad', 'usine: '], error.message)
  if (debug) err.line(['faint', `${error.code} ${error.stack ?? ''}`])
}

function reportUnexpected(error: unknown, { err }: ErrorContext, debug: boolean): void {
  const { name, message, stack = '' } = toError(error)
  err.line(['bad', 'usine: '], `Something went wrong inside usine: ${name}: ${message}`)
  if (debug) err.line(['faint', stack])
  else
    err.line(
      'This is a fault of usine. Run the command again with --debug and report what it prints',
    )
}

const toError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error))
