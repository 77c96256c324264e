import { relative, resolve } from 'node:path'
import { listSavedQueries } from '../../query/index.ts'
import type { Problem } from '../../sources/index.ts'
import type { Context } from '../context.ts'
import type { OpenSite } from '../open-site.ts'
import { count, problemsToJson } from '../output/problems.ts'
import { shellWord } from '../shell-word.ts'
import { buildFiles } from './build-files.ts'

/** What a build made of a site. */
export interface BuildSummary {
  readonly entities: number
  readonly statements: number
  /** Triples in each named graph. */
  readonly triples: Readonly<Record<string, number>>
  readonly problems: readonly Problem[]
  readonly out: string
  readonly milliseconds: number
}

interface Built {
  readonly open: OpenSite
  readonly directory: string
}

/** Prints what a build made, and what to do with it: for people, or as JSON. */
export async function printBuildSummary(
  summary: BuildSummary,
  built: Built,
  context: Context,
): Promise<void> {
  const { out } = context
  if (context.json) {
    const files = buildFiles.map(({ name }) => name)
    const problems = problemsToJson(summary.problems)
    context.stdout.write(`${JSON.stringify({ ...summary, problems, files }, undefined, 2)}\n`)
    return
  }
  const title = built.open.site.config.title.values().next().value ?? built.open.base
  out.line(['strong', title], ` — ${built.open.base}`)
  out.line()
  for (const [label, text] of rows(summary)) out.line(['faint', label.padEnd(12)], text)
  out.line()
  out.line('Three things to try next:')
  const lines = await suggestions(built)
  const width = Math.max(...lines.map(([line]) => line.length))
  for (const [line, does] of lines) {
    out.line('  ', ['command', line.padEnd(width)], '  ', ['faint', does])
  }
}

function rows(summary: BuildSummary): [string, string][] {
  const { entities, statements, triples, problems, out, milliseconds } = summary
  const graphs = Object.entries(triples).map(
    ([graph, number]) => `${number.toLocaleString('en')} ${graph}`,
  )
  return [
    ['facts', `${count(entities, 'entity', 'entities')}, ${count(statements, 'statement')}`],
    ['triples', graphs.join(', ')],
    ['problems', problems.length === 0 ? 'none' : count(problems.length, 'warning')],
    ['written to', `${displayPath(out)}/ (${count(buildFiles.length, 'file')})`],
    ['time', `${(milliseconds / 1000).toFixed(1)} s`],
  ]
}

const displayPath = (path: string): string => {
  const short = relative(process.cwd(), path)
  return short === '' || short.startsWith('..') ? path : short
}

async function suggestions({ open, directory }: Built): Promise<[string, string][]> {
  const queries = await listSavedQueries(directory)
  const query = queries.find(({ name }) => name === 'timeline') ?? queries[0]
  const { config, entities } = open.site
  const entity = config.defaultEntity ?? entities[0]?.id
  const folder = displayPath(directory)
  const site = resolve(directory) === process.cwd() ? '' : ` --site ${shellWord(folder)}`
  return [
    query
      ? [`usine query ${query.name}${site}`, query.question]
      : [`usine query "SELECT * { ?s ?p ?o } LIMIT 9"${site}`, 'ask in SPARQL'],
    [
      `usine export${entity === undefined ? '' : ` ${entity}`} --view schema --format jsonld${site}`,
      'JSON-LD for a web page',
    ],
    [`usine validate${site}`, 'check the graph with SHACL and schema.org'],
  ]
}
