import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { DataFactory } from 'n3'
import { UsineError } from '../../errors.ts'
import { countDataset, describeDataset } from '../../export/index.ts'
import { listSavedQueries } from '../../query/index.ts'
import { addSitePrefixes, graphIri } from '../../rdf/index.ts'
import { readSite, SiteProblems } from '../../sources/index.ts'
import type { Site } from '../../sources/index.ts'
import { createStore, loadSite } from '../../store/index.ts'
import type { SiteVersion } from '../context.ts'
import { stampSite } from './watch-site.ts'

/** How often a site that changes while it is read is read again. */
const ATTEMPTS = 5

/**
 * Loads the files of a site as they are now: if they change meanwhile, once more, so that no version is half old.
 *
 * @throws SiteProblems where the site has errors
 */
export async function loadVersion(directory: string, programVersion: string): Promise<SiteVersion> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await stampSite(directory)
    const version = await readVersion(directory, programVersion)
    if (attempt === ATTEMPTS || (await stampSite(directory)) === before) return version
  }
}

async function readVersion(directory: string, programVersion: string): Promise<SiteVersion> {
  const { site, problems } = await readSite(directory)
  if (!site || problems.some(({ severity }) => severity === 'error')) {
    throw new SiteProblems(problems)
  }
  const { base } = site.config
  const queries = await readQueries(directory)
  const store = createStore()
  await loadSite(site, store, DataFactory)
  await store.import(
    describeDataset({
      info: site.config,
      counts: countDataset(store, { base, factory: DataFactory }),
      build: { version: programVersion, files: site.files },
      factory: DataFactory,
      graph: DataFactory.namedNode(graphIri(base, 'dataset')),
    }),
  )
  return {
    site,
    base,
    store,
    prefixes: addSitePrefixes(base),
    queries,
    problems,
    version: hashFiles(site, queries, programVersion),
    modified: await newestChange(site, queries),
  }
}

type Queries = SiteVersion['queries']

async function readQueries(directory: string): Promise<Queries> {
  try {
    return new Map((await listSavedQueries(directory)).map((query) => [query.name, query]))
  } catch (cause) {
    if (!(cause instanceof UsineError) || cause.code !== 'ERR_SYNTAX') throw cause
    const { file, line, column, problem } = cause.details
    const name = relative(directory, String(file))
    const origin = { file: name, line: Number(line), column: Number(column) }
    throw new SiteProblems([{ severity: 'error', message: String(problem), origin }])
  }
}

function hashFiles({ files }: Site, queries: Queries, programVersion: string): string {
  const hash = createHash('sha256').update(programVersion)
  for (const { name, sha256 } of files) hash.update(`\n${sha256} ${name}`)
  for (const { name, text } of queries.values()) hash.update(`\n${name}\0${text}`)
  return hash.digest('hex').slice(0, 32)
}

/** Finds the newest modification time of a site's files, in whole seconds as HTTP dates have them. */
async function newestChange({ directory, files }: Site, queries: Queries): Promise<Date> {
  const all = [
    ...files.map(({ name }) => join(directory, name)),
    ...[...queries.values()].map(({ file }) => file),
  ]
  const stats = await Promise.all(all.map((file) => stat(file)))
  const newest = Math.max(0, ...stats.map(({ mtimeMs }) => mtimeMs))
  return new Date(Math.floor(newest / 1000) * 1000)
}
