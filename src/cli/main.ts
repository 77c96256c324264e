#!/usr/bin/env node
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { UsineError } from '../errors.ts'
import type { ErrorCode } from '../errors.ts'
import type { Outcome } from './command.ts'
import type { OutputStream, Surroundings } from './context.ts'
import { createContext, runCommandLine } from './program.ts'
import { reportError } from './report-error.ts'
import { runInThread } from './run-in-thread.ts'
import type { FromThread, ThreadData } from './run-in-thread.ts'

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

/** Where this is a thread of the program, what the program gave it. */
const thread = isMainThread ? undefined : (workerData as ThreadData)
const tell = (message: FromThread) => parentPort?.postMessage(message)

const argv = thread?.argv ?? process.argv.slice(2)
const interruption = new AbortController()
let takesTime = false
const surroundings: Surroundings = {
  get stdin() {
    return process.stdin
  },
  stdout: withTerminal(process.stdout, thread?.isTTY[0]),
  stderr: withTerminal(process.stderr, thread?.isTTY[1]),
  env: process.env,
  now: () => performance.now(),
  signal: interruption.signal,
  takeTime: () => {
    takesTime = true
  },
  watchTime: (ms) => {
    tell({ type: 'deadline', ms })
  },
}

/** The streams of a thread do not know that they end in a terminal. */
function withTerminal(stream: OutputStream, isTTY: boolean | undefined): OutputStream {
  return isTTY === undefined ? stream : Object.assign(stream, { isTTY, columns: thread?.columns })
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

function hearSignals(): void {
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
}

function report(error: unknown): void {
  const context = createContext(surroundings, argv.includes('--json'))
  reportError(error, context, argv.includes('--debug'))
}

/** Runs the command and tells the exit code. */
async function run(): Promise<number> {
  try {
    // Queries can keep their thread busy, deaf to signals and timers.
    if (isMainThread && argv.includes('query')) return await runInThread(threadOptions())
    return outcomeCodes[await runCommandLine(argv, surroundings)]
  } catch (error) {
    if (!interruption.signal.aborted || takesTime) report(error)
    return exitCode(error)
  }
}

function threadOptions() {
  const { stdout, stderr, stdin } = process
  return {
    program: new URL(import.meta.url),
    data: { argv, isTTY: [stdout.isTTY, stderr.isTTY], columns: stdout.columns } as const,
    stdin: argv.includes('-') ? stdin : undefined,
    signal: interruption.signal,
  }
}

if (isMainThread) hearSignals()
else
  parentPort?.once('message', () => {
    interruption.abort()
  })
const code = await run()
process.exitCode = interruptedCode === 0 ? code : interruptedCode
if (!isMainThread) {
  tell({ type: 'end', code })
  parentPort?.close()
}
