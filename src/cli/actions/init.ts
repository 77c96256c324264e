import { access, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UsineError } from '../../errors.ts'
import { writeFileAtomic } from '../../export/index.ts'
import { readError } from '../../sources/index.ts'
import type { Invocation, Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { siteFolder } from '../open-site.ts'
import { makeFolder } from '../output/make-folder.ts'
import { count } from '../output/problems.ts'
import { packageFolder } from '../package-files.ts'
import { shellWord } from '../shell-word.ts'

/** Writes a new site that can be built at once; what is there already stays, unless told otherwise. */
export async function runInit(
  { args: [folder], options }: Invocation,
  context: Context,
): Promise<Outcome> {
  const directory = folder ?? siteFolder(options)
  const files = await listNewFiles()
  if (!options.is('force')) await refuseExisting(directory, [...files.keys()])
  for (const [name, text] of files) {
    const path = join(directory, name)
    await makeFolder(dirname(path))
    await writeFileAtomic(path, [text], { signal: context.signal })
  }
  report(directory, [...files.keys()], context)
  return 'ok'
}

/** Where the files of the template go, when not to the same name: packages cannot hold all names. */
const renamed: Readonly<Record<string, string>> = {
  gitignore: '.gitignore',
  'vscode-settings.json': '.vscode/settings.json',
}

/** The files of a new site: the template, the ontology, and the queries that do not depend on the facts of Flins. */
async function listNewFiles(): Promise<ReadonlyMap<string, string>> {
  const template = await readFolder('templates/site', '')
  const ontology = await readFolder('ontology', 'ontology/')
  const queries = await readFolder('queries', 'queries/')
  const adapted = [...queries]
    .map(([name, text]) => [name, adaptQuery(text)] as const)
    .filter(([, text]) => !/flins/i.test(text))
  return new Map([
    ...[...template].map(([name, text]) => [renamed[name] ?? name, text] as const),
    ...[...ontology].filter(([name]) => name.endsWith('.ttl')),
    ...adapted,
  ])
}

/** Sets the default of the parameters of a query to the entity of the example. */
const adaptQuery = (text: string): string =>
  text.replace(/^(# param \w+: entity(?: optional)? = )flins\b/gm, '$1example-works')

async function readFolder(folder: string, prefix: string): Promise<[string, string][]> {
  const path = join(packageFolder, folder)
  try {
    const entries = await readdir(path, { withFileTypes: true, recursive: true })
    const names = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
      .sort()
    return await Promise.all(
      names.map(async (name): Promise<[string, string]> => [
        prefix + name.replaceAll('\\', '/'),
        await readFile(join(path, name), 'utf8'),
      ]),
    )
  } catch (cause) {
    throw readError(path, cause)
  }
}

async function refuseExisting(directory: string, names: readonly string[]): Promise<void> {
  const checks = await Promise.all(names.map((name) => exists(join(directory, name))))
  const files = names.filter((_, index) => checks[index])
  if (files.length === 0) return
  throw new UsineError('ERR_FILE_EXISTS', {
    count: count(files.length, 'file is', 'files are'),
    files: listFirst(files.map((name) => join(directory, name))),
  })
}

/** Names the first few files, and says how many more there are. */
const listFirst = (files: readonly string[]): string =>
  files.length <= 4
    ? files.join(', ')
    : `${files.slice(0, 3).join(', ')} and ${files.length - 3} more`

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const nextSteps: readonly (readonly [line: string, does: string])[] = [
  ['usine build', 'check the facts and write the graph'],
  ['usine query timeline', 'ask what happened when'],
  ['usine sources check sources/example-article.txt', 'compare the facts with their source'],
]

function report(directory: string, files: readonly string[], { out, json, stdout }: Context): void {
  if (json) {
    stdout.write(`${JSON.stringify({ directory, files }, undefined, 2)}\n`)
    return
  }
  out.line(['good', 'Made a site'], ` of ${count(files.length, 'file')} in ${directory}`)
  out.line()
  out.line('Its facts are an invented example: data/example.yaml shows how they are written.')
  out.line('Three things to try next:')
  if (directory !== '.' && directory !== process.cwd()) {
    out.line('  ', ['command', `cd ${shellWord(directory)}`])
  }
  for (const [line, does] of nextSteps)
    out.line('  ', ['command', line.padEnd(49)], ['faint', does])
}
