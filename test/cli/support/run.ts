import { Readable, Writable } from 'node:stream'
import { UsineError } from '../../../src/errors.ts'
import type { OutputStream, Surroundings } from '../../../src/cli/context.ts'
import { createContext, runCommandLine } from '../../../src/cli/program.ts'
import { reportError } from '../../../src/cli/report-error.ts'

/** What a command line is run with. */
export interface RunOptions {
  readonly stdin?: string | Buffer
  /** Whether standard output and standard error are terminals. */
  readonly isTerminal?: boolean
  readonly env?: Surroundings['env']
}

/** How a command line ended: its outcome, or the code of its error. */
export interface Ended {
  readonly outcome: string
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line in this process. */
export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { stdin = '', isTerminal = false, env = {} } = options
  const stdout = new Sink(isTerminal)
  const stderr = new Sink(isTerminal)
  const surroundings: Surroundings = {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    env,
    now: () => 0,
    signal: new AbortController().signal,
  }
  const ended = (outcome: string) => ({ outcome, stdout: stdout.text, stderr: stderr.text })
  try {
    return ended(await runCommandLine(argv, surroundings))
  } catch (error) {
    reportError(error, createContext(surroundings, argv.includes('--json')), false)
    if (!(error instanceof UsineError)) throw error
    return ended(error.code)
  }
}

class Sink extends Writable implements OutputStream {
  readonly isTTY: boolean
  readonly columns = 100
  text = ''

  constructor(isTTY: boolean) {
    super()
    this.isTTY = isTTY
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8')
    done()
  }
}
