import { UsineError } from '../../errors.ts'
import {
  findFormatByExtension,
  findResultFormatByExtension,
  getFormat,
  getResultFormat,
  listFormats,
  listResultFormats,
  rdfFormats,
  resultFormats,
} from '../../formats.ts'
import {
  bindParameters,
  createQueryEngine,
  parseQuery,
  serializeBoolean,
  serializeSolutions,
  siteParameters,
} from '../../query/index.ts'
import type { QueryEngine, QueryOptions, QueryType } from '../../query/index.ts'
import { serializeRdf } from '../../rdf/index.ts'
import type { Invocation, Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { openSite, siteFolder } from '../open-site.ts'
import type { OpenSite } from '../open-site.ts'
import type { Options } from '../options.ts'
import { writeOutput } from '../output/write-output.ts'
import { listQueries } from './list-queries.ts'
import { countRows, takeRows } from './rows.ts'
import { findQuery } from './find-query.ts'

/** Answers a query, or lists those that the site has. */
export async function runQuery(
  { args: [query], options }: Invocation,
  context: Context,
): Promise<Outcome> {
  const directory = siteFolder(options)
  if (query === undefined || options.is('list')) return listQueries(directory, context)
  const found = await findQuery(query, directory, context)
  const open = await openSite(directory)
  const { prefixes, base, store, site } = open
  const { type } = parseQuery(found.text, { prefixes, baseIri: base })
  const bindings = bindParameters(found, readParams(options), siteParameters(site))
  const task: Task = {
    text: found.text,
    open,
    options,
    context,
    engine: createQueryEngine(store, { prefixes }),
    queryOptions: {
      bindings,
      baseIri: base,
      signal: context.signal,
      timeoutMs: readTimeout(options, site.config.limits.queryTimeout) * 1000,
      maxResults: site.config.limits.queryResults,
    },
  }
  context.watchTime?.(task.queryOptions.timeoutMs ?? Infinity)
  await answers[type](task)
  return 'ok'
}

interface Task {
  readonly text: string
  readonly open: OpenSite
  readonly options: Options
  readonly context: Context
  readonly engine: QueryEngine
  readonly queryOptions: QueryOptions
}

const answers: Readonly<Record<QueryType, (task: Task) => Promise<void>>> = {
  select: answerSelect,
  ask: answerAsk,
  construct: answerGraph,
  describe: answerGraph,
}

async function answerSelect(task: Task): Promise<void> {
  const { text, engine, queryOptions, options, context, open } = task
  const format = resultFormat(task, 'the rows of a SELECT query')
  const limit = readNumber(options, 'limit', 'how many rows to show, such as 20')
  const solutions = takeRows(await engine.queryBindings(text, queryOptions), limit)
  const rows = countRows(solutions)
  const width = context.stdout.isTTY === true ? context.stdout.columns : undefined
  const chunks = serializeSolutions(rows, { format, prefixes: open.prefixes, width })
  await writeOutput(chunks, options.find('out'), context)
  if (format === 'table' && context.err.isTerminal) context.err.line(['faint', rows.summary()])
}

async function answerAsk(task: Task): Promise<void> {
  const { text, engine, queryOptions, options, context } = task
  const format = resultFormat(task, 'the answer of an ASK query')
  const answer = await engine.queryBoolean(text, queryOptions)
  await writeOutput([serializeBoolean(answer, format)], options.find('out'), context)
}

async function answerGraph(task: Task): Promise<void> {
  const { text, engine, queryOptions, options, context, open } = task
  const format = graphFormat(task)
  const quads = await engine.queryQuads(text, queryOptions)
  const chunks = serializeRdf(quads, { format, prefixes: open.prefixes, pretty: true })
  await writeOutput(chunks, options.find('out'), context)
}

/** The format of rows: as asked for, else by the extension of the file, else a table for eyes and JSON for programs. */
function resultFormat({ options, context }: Task, what: string) {
  const out = options.find('out')
  const name = options.find('format') ?? findResultFormatByExtension(out ?? '')?.name
  if (name === undefined) {
    const isForEyes = context.stdout.isTTY === true && out === undefined
    return isForEyes && !context.json ? resultFormats.table.name : resultFormats.json.name
  }
  refuseOther(name, listFormats(), { what, known: listResultFormats() })
  return getResultFormat(name).name
}

function graphFormat({ options, context }: Task) {
  const name = options.find('format') ?? findFormatByExtension(options.find('out') ?? '')?.name
  if (name === undefined) return context.json ? rdfFormats.jsonld.name : rdfFormats.turtle.name
  const what = 'the graph that this query makes'
  refuseOther(name, listResultFormats(), { what, known: listFormats() })
  return getFormat(name).name
}

interface Named {
  readonly name: string
  readonly title: string
}

/** Says what a format is not for, where it is known but for other answers. */
function refuseOther(
  name: string,
  others: readonly Named[],
  { what, known }: { readonly what: string; readonly known: readonly Named[] },
): void {
  const other = others.find((format) => format.name === name.toLowerCase())
  if (!other || known.some((format) => format.name === other.name)) return
  const names = known.map((format) => format.name).join(', ')
  throw new UsineError('ERR_FORMAT_UNFIT', { title: other.title, what, known: names })
}

function readParams(options: Options): Readonly<Record<string, string>> {
  const values = new Map<string, string>()
  for (const text of options.list('param')) {
    const at = text.indexOf('=')
    if (at < 1) refuseParam(`--param ${text} has no value: write name=value, such as year=1960`)
    const name = text.slice(0, at).trim()
    if (values.has(name)) refuseParam(`--param ${name} is given twice, and takes one value`)
    values.set(name, text.slice(at + 1))
  }
  return Object.fromEntries(values)
}

function refuseParam(problem: string): never {
  throw new UsineError('ERR_USAGE', { problem, help: 'usine query --list' })
}

const readTimeout = (options: Options, otherwise: number): number =>
  readNumber(options, 'timeout', 'seconds, such as 10') ?? otherwise

function readNumber(options: Options, name: string, expected: string): number | undefined {
  const text = options.find(name)
  if (text === undefined) return undefined
  if (/^\d+(?:\.\d+)?$/.test(text) && Number(text) > 0) return Number(text)
  const problem = `--${name} ${text} is not ${expected}`
  throw new UsineError('ERR_USAGE', { problem, help: 'usine query --help' })
}
