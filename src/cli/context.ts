import type { Readable, Writable } from 'node:stream'
import type { Printer } from './output/printer.ts'

/** A stream to write to, which may be a terminal. */
export interface OutputStream extends Writable {
  readonly isTTY?: boolean
  readonly columns?: number
}

/** What a program gets from outside: passed in, so that tests can pass something else. */
export interface Surroundings {
  readonly stdin: Readable
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  readonly env: Readonly<Record<string, string | undefined>>
  /** Milliseconds since some moment in the past. */
  readonly now: () => number
  /** Aborted when the user interrupts the program. */
  readonly signal: AbortSignal
  /** Says that the command ends by itself when it is interrupted, and that it then ended as it should. */
  readonly takeTime?: () => void
  /** Says for how many milliseconds from now the command may be busy at most, so that it is ended after them. */
  readonly watchTime?: (ms: number) => void
}

/** What a command works with. */
export interface Context extends Surroundings {
  /** Writes for people to standard output. */
  readonly out: Printer
  /** Writes for people to standard error. */
  readonly err: Printer
  /** Whether problems and summaries are written for machines. */
  readonly json: boolean
}
