import { readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { UsineError } from '../../errors.ts'
import { didYouMean, readError } from '../../sources/index.ts'
import type { KnownSource, Site } from '../../sources/index.ts'
import { checkSource } from '../../sources/index.ts'
import type { SourceCheck } from '../../sources/index.ts'
import type { Invocation, Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { readCleanSite, siteFolder } from '../open-site.ts'
import type { Printer } from '../output/printer.ts'
import { count, hasErrors, printProblems, problemsToJson } from '../output/problems.ts'

/** Compares a copy of a source with the facts that are taken from it. */
export async function runCheckSource(
  { args: [file = ''], options }: Invocation,
  context: Context,
): Promise<Outcome> {
  const bytes = await readBytes(file)
  const { site } = await readCleanSite(siteFolder(options))
  const source = chooseSource(site, options.find('source'), bytes)
  const check = checkCopy(bytes, file, { source, site })
  if (context.json) {
    const problems = problemsToJson(check.problems)
    const report = { source: source.key, file, ...check, problems }
    context.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`)
  } else printCheck(check, source, context.out)
  return hasErrors(check.problems) ? 'problems' : 'ok'
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw readError(file, cause)
  }
}

interface Facts {
  readonly source: KnownSource
  readonly site: Site
}

function checkCopy(bytes: Buffer, file: string, { source, site }: Facts): SourceCheck {
  try {
    return checkSource(bytes, { source, entities: site.entities, ontology: site.ontology })
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    const problem = 'it is not UTF-8 text, so characters cannot be counted'
    throw new UsineError('ERR_DOCUMENT_INVALID', { file, problem }, { cause })
  }
}

/** The source that is named, else the one with this digest, else the only one. */
function chooseSource(
  { index: { sources } }: Site,
  key: string | undefined,
  bytes: Buffer,
): KnownSource {
  const known = [...sources.values()]
  const names = known.map((source) => source.key)
  if (known.length === 0) {
    const problem = 'The facts of this site name no source: no entity has a document'
    throw new UsineError('ERR_USAGE', { problem, help: 'usine sources check --help' })
  }
  const digest = createHash('sha256').update(bytes).digest('hex')
  const found =
    key === undefined
      ? (known.find(({ sha256 }) => sha256 === digest) ??
        (known.length === 1 ? known[0] : undefined))
      : sources.get(key)
  if (found) return found
  const problem =
    key === undefined
      ? `No source has the SHA-256 of this file: say which one it is, --source ${names.join('|')}`
      : `No source is called "${key}"${didYouMean(key, names)}; known: ${names.join(', ')}`
  throw new UsineError('ERR_USAGE', { problem, help: 'usine sources check --help' })
}

function printCheck(check: SourceCheck, source: KnownSource, out: Printer): void {
  const { sha256, length, references, passages, numbers, problems } = check
  const warnings = problems.filter(({ severity }) => severity === 'warning').length
  const errors = problems.length - warnings
  out.line(['strong', `Source ${source.key}`], ` (${source.entity.id}, ${source.origin.file})`)
  const rows: [string, string][] = [
    ['SHA-256', `${sha256} ${compared(source.sha256, sha256)}`],
    ['length', `${count(length, 'code point')} ${compared(source.length, length)}`],
    ['sections', sectionsText(source)],
    [
      'references',
      `${count(references, 'reference')}, ${count(passages, 'passage')} inside the text`,
    ],
    [
      'numbers',
      `${count(numbers, 'amount or year', 'amounts and years')} looked for in the passages`,
    ],
  ]
  for (const [label, text] of rows) out.line('  ', ['faint', label.padEnd(12)], text)
  out.line()
  printProblems(problems, out)
  if (problems.length === 0)
    out.line(['good', 'All right'], ': the copy and the facts fit together')
  else out.line(`${count(errors, 'error')}, ${count(warnings, 'warning')}`)
}

function compared(stated: string | number | undefined, found: string | number): string {
  if (stated === undefined) return '(the facts do not state it)'
  return stated === found ? '(as stated)' : '(NOT as stated)'
}

function sectionsText({ sections }: KnownSource): string {
  if (!sections) return 'none stated'
  const names = [...sections].map(([name, { start, end }]) => `${name} ${start}-${end}`)
  return names.join(', ')
}
