import { UsineError } from '../../errors.ts'
import type { RdfFormat } from '../../formats.ts'
import type { Chunks, View } from '../../export/index.ts'
import type { Problem } from '../../sources/index.ts'
import type { Invocation, Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { convertItems } from '../convert/convert-items.ts'
import type { ConversionCounts } from '../convert/convert-items.ts'
import { convertRdf } from '../convert/convert-rdf.ts'
import { findInputKind, openInput } from '../convert/input.ts'
import type { Input, InputKind } from '../convert/input.ts'
import { createProgress } from '../convert/progress.ts'
import type { Progress } from '../convert/progress.ts'
import { readSetting } from '../convert/setting.ts'
import type { Setting } from '../convert/setting.ts'
import { createSourceContext, requireSite } from '../convert/source-context.ts'
import type { Options } from '../options.ts'
import { count, printProblems, problemsToJson } from '../output/problems.ts'
import { writeOutput } from '../output/write-output.ts'
import { chooseFormat } from './export.ts'

/** Converts one file, or standard input, to another serialization, in memory that does not grow with it. */
export async function runConvert(
  { args: [file = '-'], options }: Invocation,
  context: Context,
): Promise<Outcome> {
  const kind = findInputKind(options.find('from'), file)
  checkOptions(kind, options)
  const out = options.find('out')
  const to = chooseFormat(options.find('to'), out, { command: 'convert', option: 'to' })
  const setting = await readSetting(options)
  if (kind.kind === 'source' && kind.source.name !== 'wikibase-json') {
    requireSite(setting, options.find('site') ?? process.cwd())
  }
  const onBytes = (bytes: number) => {
    progress.advance(bytes)
  }
  const input = await openInput(file, context, onBytes)
  const isOutputShown = out === undefined && context.stdout.isTTY === true
  const progress = createProgress(input.size, isOutputShown, context)
  const counts = { items: 0, quads: 0, errors: 0 }
  const chunks = convert({ kind, to, input, options, setting, progress, counts, context })
  try {
    await writeOutput(chunks, out, context)
  } finally {
    progress.stop()
    input.stream.destroy()
  }
  return kind.kind === 'rdf' ? 'ok' : report(counts, context)
}

interface Task {
  readonly kind: InputKind
  readonly to: RdfFormat
  readonly input: Input
  readonly options: Options
  readonly setting: Setting
  readonly progress: Progress
  readonly counts: ConversionCounts
  readonly context: Context
}

function convert(task: Task): Chunks {
  const { kind, to, input, options, setting, progress, counts, context } = task
  const pretty = options.is('pretty')
  if (kind.kind === 'rdf') {
    const conversion = { from: kind.format, to, pretty, baseIri: options.find('base') }
    return convertRdf(input, conversion, setting)
  }
  const items = kind.source.read(input.stream, createSourceContext(input.name, setting))
  const view = (options.find('view') ?? 'wikibase') as View
  const onProblem = (problem: Problem) => {
    progress.interject(() => {
      printProblem(problem, context)
    })
  }
  const file = input.name
  return convertItems(items, { to, view, pretty, file, counts, onProblem }, setting)
}

function printProblem(problem: Problem, { err, stderr, json }: Context): void {
  if (!json) printProblems([problem], err)
  else for (const row of problemsToJson([problem])) stderr.write(`${JSON.stringify(row)}\n`)
}

/** RDF is written as it is, so what only statements have is not for it. */
function checkOptions(kind: InputKind, options: Options): void {
  const unfit = kind.kind === 'rdf' ? 'view' : 'base'
  if (options.find(unfit) === undefined) return
  const what = kind.kind === 'rdf' ? 'RDF' : kind.source.name
  const problem = `--${unfit} means nothing for ${what}`
  throw new UsineError('ERR_USAGE', { problem, help: 'usine convert --help' })
}

/** Says what was done; nothing where all went well and nobody watches. */
function report(counts: ConversionCounts, { err, stderr, json }: Context): Outcome {
  const { items, quads, errors } = counts
  if (json) stderr.write(`${JSON.stringify(counts)}\n`)
  else if (errors > 0 || err.isTerminal) {
    const skipped = errors > 0 ? `; ${count(errors, 'part was', 'parts were')} skipped` : ''
    err.line(`${count(items, 'item')}, ${count(quads, 'quad')}${skipped}`)
  }
  return errors === 0 ? 'ok' : 'skipped'
}
