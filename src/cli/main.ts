#!/usr/bin/env node
import { UsineError } from '../errors.ts'
import type { ErrorCode } from '../errors.ts'
import type { Outcome } from './command.ts'
import type { Surroundings } from './context.ts'
import { createContext, runCommandLine } from './program.ts'
import { reportError } from './report-error.ts'

const outcomeCodes: Readonly<Record<Outcome, number>> = { ok: 0, problems: 1, skipped: 3 }

const USAGE = 2
const FAILED = 4
const INTERNAL = 70

/** Errors that are not problems of what was read: the command line is wrong, or the work could not be done. */
const errorCodes: Readonly<Partial<Record<ErrorCode, number>>> = {
  ERR_USAGE: USAGE,
  ERR_ENTITY_NOT_FOUND: USAGE,
  ERR_FORMAT_UNKNOWN: USAGE,
  ERR_SITE_NOT_FOUND: USAGE,
  ERR_FILE_EXISTS: USAGE,
  ERR_FORMAT_UNFIT: USAGE,
  ERR_PARAMETER_INVALID: USAGE,
  ERR_PARAMETER_MISSING: USAGE,
  ERR_PARAMETER_UNKNOWN: USAGE,
  ERR_QUERY_NOT_FOUND: USAGE,
  ERR_SOURCE_UNKNOWN: USAGE,
  ERR_FILE_READ: FAILED,
  ERR_FILE_WRITE: FAILED,
  ERR_LISTEN: FAILED,
  ERR_QUERY_ABORTED: FAILED,
  ERR_QUERY_BYTES: FAILED,
  ERR_QUERY_FAILED: FAILED,
  ERR_QUERY_LIMIT: FAILED,
  ERR_QUERY_MEMORY: FAILED,
  ERR_QUERY_TIMEOUT: FAILED,
}

function exitCode(error: unknown): number {
  if (error instanceof UsineError) return errorCodes[error.code] ?? outcomeCodes.problems
  return INTERNAL
}

const argv = process.argv.slice(2)
const interruption = new AbortController()
let takesTime = false
const surroundings: Surroundings = {
  get stdin() {
    return process.stdin
  },
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  now: () => performance.now(),
  signal: interruption.signal,
  takeTime: () => {
    takesTime = true
  },
}

/** Whoever reads the output may stop reading; that is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  report(new UsineError('ERR_FILE_WRITE', { file: 'standard output', reason: error.message }))
  process.exit(FAILED)
})
process.stderr.on('error', () => process.exit(FAILED))

/** Shells expect 128 and the number of the signal. */
const signalCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

let interruptedCode = 0

for (const [name, code] of Object.entries(signalCodes)) {
  process.on(name, () => {
    if (interruption.signal.aborted) process.exit(code)
    interruption.abort()
    if (takesTime) return
    interruptedCode = code
    // What is under way gets a moment to remove its temporary files.
    setTimeout(() => process.exit(code), 500).unref()
  })
}

function report(error: unknown): void {
  const context = createContext(surroundings, argv.includes('--json'))
  reportError(error, context, argv.includes('--debug'))
}

try {
  process.exitCode = outcomeCodes[await runCommandLine(argv, surroundings)]
} catch (error) {
  process.exitCode = exitCode(error)
  if (interruptedCode === 0) report(error)
}
if (interruptedCode !== 0) process.exitCode = interruptedCode
