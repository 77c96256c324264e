import type { Term } from '@rdfjs/types'
import { DataFactory, Store } from 'n3'
import { UsineError } from '../../errors.ts'
import { getFormat } from '../../formats.ts'
import { createStatementIris, serializeRdf } from '../../rdf/index.ts'
import { reportToJson, reportToQuads, reportToText, validateGraph } from '../../validate/index.ts'
import type { Report } from '../../validate/index.ts'
import type { Origin } from '../../statements/index.ts'
import type { Chunks } from '../../export/index.ts'
import type { Invocation, Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { openSite, siteFolder } from '../open-site.ts'
import type { OpenSite } from '../open-site.ts'
import type { Styles } from '../output/printer.ts'
import { printProblems } from '../output/problems.ts'
import { writeOutput } from '../output/write-output.ts'

/** Checks the graph of a site by its shapes and by schema.org's vocabulary, and reports what it finds. */
export async function runValidate({ options }: Invocation, context: Context): Promise<Outcome> {
  const format = options.find('format') ?? (context.json ? 'json' : 'text')
  const write = findWriter(format)
  const open = await openSite(siteFolder(options))
  const { site, store, base } = open
  const report = await validateGraph({
    dataset: new Store([...store]),
    ontology: site.ontology,
    ontologyDocuments: site.ontologyDocuments,
    base,
    languages: site.config.languages,
    factory: DataFactory,
  })
  if (format === 'text') printProblems(open.problems, context.err)
  const out = options.find('out')
  if (format === 'text' && out === undefined) printReport(report, open, context)
  else await writeOutput(write(report, open), out, context)
  return report.results.some(({ severity }) => severity === 'violation') ? 'problems' : 'ok'
}

type Write = (report: Report, open: OpenSite) => Chunks

const reportOptions = (open: OpenSite) => ({
  prefixes: open.prefixes,
  findOrigin: originsOf(open),
})

/** Marks the severities by colours; these come after the control characters of data are made visible. */
function printReport(report: Report, open: OpenSite, { out }: Context): void {
  const text = reportToText(report, reportOptions(open))
  for (const line of text.trimEnd().split('\n')) {
    const [, severity] = /^ {2}(error|warning|advice): /.exec(line) ?? []
    const style = severity === undefined ? undefined : styleOf[severity]
    if (severity === undefined || !style) out.line(line)
    else out.line('  ', [style, severity], line.slice(2 + severity.length))
  }
}

const writers: Readonly<Record<string, Write>> = {
  text: (report, open) => [reportToText(report, reportOptions(open))],
  json: (report, open) => [
    `${JSON.stringify(reportToJson(report, originsOf(open)), undefined, 2)}\n`,
  ],
}

function findWriter(name: string): Write {
  const writer = Object.hasOwn(writers, name) ? writers[name] : undefined
  if (writer) return writer
  const format = getRdfFormat(name)
  return (report, { prefixes }) =>
    serializeRdf(reportToQuads(report, DataFactory), { format, prefixes, pretty: true })
}

function getRdfFormat(name: string) {
  try {
    return getFormat(name).name
  } catch (error) {
    if (!(error instanceof UsineError)) throw error
    const known = `text, json, ${String(error.details['known'])}`
    throw new UsineError(error.code, { ...error.details, known }, { cause: error })
  }
}

const styleOf: Readonly<Record<string, keyof Styles>> = {
  error: 'bad',
  warning: 'doubtful',
  advice: 'faint',
}

/** Finds where in the facts an entity or a statement comes from. */
function originsOf({ site, base }: OpenSite): (node: Term) => Origin | undefined {
  const origins = new Map<string, Origin | undefined>()
  const statementIri = createStatementIris(base)
  for (const { iri, origin, statements } of site.entities) {
    origins.set(iri, origin)
    for (const statement of statements) {
      origins.set(statementIri(statement), statement.origin)
    }
  }
  return ({ value }) => origins.get(value)
}
