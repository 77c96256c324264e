import type { Context } from './context.ts'
import type { Options } from './options.ts'

/** How a command ended: all well, with problems that it reports, or done but for parts that it skipped. */
export type Outcome = 'ok' | 'problems' | 'skipped'

/** A positional argument. */
export interface ArgumentSpec {
  readonly name: string
  readonly description: string
  readonly required?: boolean
}

/** An option; `flags` are written as in help: `--out <file>`. */
export interface OptionSpec {
  readonly flags: string
  readonly description: string
  /** Whether it may be given more than once. */
  readonly many?: boolean
  readonly choices?: readonly string[]
}

/** A command line to try, and what it does. */
export interface Example {
  readonly line: string
  readonly does: string
}

/** What a command was called with. */
export interface Invocation {
  readonly args: readonly string[]
  readonly options: Options
}

/** A command as data; what it does is loaded when it runs, so that starting stays quick. */
export interface Command {
  /** One word, or two for a command of a group: `sources check`. */
  readonly name: string
  readonly summary: string
  /** What there is to know before using it; one paragraph each. */
  readonly details: readonly string[]
  readonly args: readonly ArgumentSpec[]
  readonly options: readonly OptionSpec[]
  readonly examples: readonly Example[]
  run(invocation: Invocation, context: Context): Promise<Outcome>
}
