import { Command as CommanderCommand, CommanderError, Option } from 'commander'
import { UsineError } from '../errors.ts'
import { didYouMean } from '../sources/nearest.ts'
import type { ArgumentSpec, Command, OptionSpec, Outcome } from './command.ts'
import { commands } from './commands/index.ts'
import type { Context, Surroundings } from './context.ts'
import { Options } from './options.ts'
import { createPrinter, wantsColor } from './output/printer.ts'
import { readVersion } from './package-files.ts'

/** Options that every command has. */
export const globalOptions: readonly OptionSpec[] = [
  { flags: '--site <dir>', description: 'folder of the site, default: the current folder' },
  { flags: '--json', description: 'results, problems and errors as JSON, for programs' },
  { flags: '--debug', description: 'print the stack of unexpected errors' },
]

const groups: Readonly<Record<string, string>> = {
  sources: 'Compare facts with the documents they are taken from',
}

/**
 * Runs one command line.
 *
 * @throws UsineError ERR_USAGE if it is not understood, and whatever the command throws
 */
export async function runCommandLine(
  argv: readonly string[],
  surroundings: Surroundings,
): Promise<Outcome> {
  let outcome: Outcome = 'ok'
  const program = createProgram(surroundings, async (command, args, values) => {
    const context = createContext(surroundings, values.is('json'))
    outcome = await command.run({ args, options: values }, context)
  })
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw usageError(error, program, argv)
  }
  return outcome
}

/** Adds to what comes from outside what commands write with. */
export const createContext = (surroundings: Surroundings, json: boolean): Context => ({
  ...surroundings,
  out: createPrinter(surroundings.stdout, surroundings.env),
  err: createPrinter(surroundings.stderr, surroundings.env),
  json,
})

type Run = (command: Command, args: readonly string[], values: Options) => Promise<void>

function createProgram(surroundings: Surroundings, run: Run): CommanderCommand {
  const program = prepare(new CommanderCommand('usine'), surroundings)
    .description('Publishes what is known about factories as linked data.')
    .version(readVersion(), '-v, --version', 'print the version')
    .helpCommand('help [command]', 'show how a command is used')
  for (const spec of globalOptions) program.addOption(toOption(spec))
  for (const command of commands) addCommand(command, program, { surroundings, run })
  return program.addHelpText('after', '\nStart with: usine init my-site && usine build my-site')
}

function prepare(command: CommanderCommand, { stdout, stderr, env }: Surroundings) {
  return command
    .exitOverride()
    .helpOption('-h, --help', 'show this help')
    .showSuggestionAfterError(false)
    .configureHelp({ showGlobalOptions: true, styleTitle: (text) => `\u001B[1m${text}\u001B[22m` })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      // What is wrong is thrown, and reported with all other errors.
      outputError: () => undefined,
      getOutHasColors: () => wantsColor(stdout, env),
      getErrHasColors: () => wantsColor(stderr, env),
      getOutHelpWidth: () => stdout.columns ?? 100,
      getErrHelpWidth: () => stderr.columns ?? 100,
    })
}

interface Wiring {
  readonly surroundings: Surroundings
  readonly run: Run
}

function addCommand(command: Command, program: CommanderCommand, { surroundings, run }: Wiring) {
  const [first = '', second] = command.name.split(' ')
  const parent = second === undefined ? program : getGroup(first, program, surroundings)
  const added = prepare(parent.command(second ?? first), surroundings)
    .summary(command.summary)
    .description([command.summary + '.', ...command.details].join('\n\n'))
    .addHelpText('after', helpExamples(command))
  for (const spec of command.args) added.argument(toArgument(spec), spec.description)
  for (const spec of command.options) added.addOption(toOption(spec))
  added.action(async () => {
    const args = added.processedArgs.filter((arg): arg is string => typeof arg === 'string')
    await run(command, args, new Options(added.optsWithGlobals()))
  })
}

function getGroup(name: string, program: CommanderCommand, surroundings: Surroundings) {
  const known = program.commands.find((command) => command.name() === name)
  return known ?? prepare(program.command(name), surroundings).description(groups[name] ?? '')
}

const toArgument = ({ name, required = false }: ArgumentSpec): string =>
  required ? `<${name}>` : `[${name}]`

function toOption({ flags, description, many = false, choices }: OptionSpec): Option {
  const option = new Option(flags, description)
  if (choices) option.choices(choices)
  const append = (value: string, values: readonly string[] | undefined) => [
    ...(values ?? []),
    value,
  ]
  return many ? option.argParser(append) : option
}

function helpExamples({ examples }: Command): string {
  const width = Math.max(...examples.map(({ line }) => line.length))
  const lines = examples.map(({ line, does }) => `  ${line.padEnd(width)}  ${does}`)
  return ['', 'Examples:', ...lines].join('\n')
}

/** Says in one line what is wrong with a command line, what was probably meant, and where to read on. */
function usageError(
  error: CommanderError,
  program: CommanderCommand,
  argv: readonly string[],
): UsineError {
  const command = findCommand(program, argv)
  const path = command === program ? 'usine' : commandPath(command)
  const [, word = ''] = /'([^']*)'/.exec(error.message) ?? []
  const candidates =
    error.code === 'commander.unknownOption' ? optionNames(command) : names(command)
  const isUnknown = /unknown(Option|Command)$/.test(error.code)
  const sentence = error.message.replace(/^error: /, '').replaceAll("'", '"')
  const problem =
    error.code === 'commander.help'
      ? `${path} needs the name of one of its commands: ${names(command).join(', ')}`
      : sentence.charAt(0).toUpperCase() + sentence.slice(1).replace(/\.$/, '')
  const hint = isUnknown ? didYouMean(word, candidates) : ''
  return new UsineError('ERR_USAGE', { problem: problem + hint, help: `${path} --help` })
}

function findCommand(program: CommanderCommand, argv: readonly string[]): CommanderCommand {
  let found = program
  for (const word of argv) {
    found = found.commands.find((command) => command.name() === word) ?? found
  }
  return found
}

function commandPath(command: CommanderCommand): string {
  return command.parent ? `${commandPath(command.parent)} ${command.name()}` : command.name()
}

const names = (command: CommanderCommand): string[] =>
  command.commands.map((child) => child.name()).filter((name) => name !== 'help')

function optionNames(command: CommanderCommand): string[] {
  const own = command.options.flatMap(({ long }) => long ?? [])
  return [...own, '--help', ...(command.parent ? optionNames(command.parent) : [])]
}
