import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DataFactory } from 'n3'
import { countDataset, describeDataset } from '../../export/index.ts'
import { addSitePrefixes, graphIri } from '../../rdf/index.ts'
import { readSite, SiteProblems } from '../../sources/index.ts'
import type { Site } from '../../sources/index.ts'
import { createStore, loadSite } from '../../store/index.ts'
import type { SiteVersion } from '../context.ts'

/**
 * Loads the files of a site as they are now.
 *
 * @throws SiteProblems where the site has errors
 */
export async function loadVersion(directory: string, programVersion: string): Promise<SiteVersion> {
  const { site, problems } = await readSite(directory)
  if (!site || problems.some(({ severity }) => severity === 'error')) {
    throw new SiteProblems(problems)
  }
  const { base } = site.config
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
    problems,
    version: hashFiles(site, programVersion),
    modified: await newestChange(site),
  }
}

function hashFiles({ files }: Site, programVersion: string): string {
  const hash = createHash('sha256').update(programVersion)
  for (const { name, sha256 } of files) hash.update(`\n${sha256} ${name}`)
  return hash.digest('hex').slice(0, 32)
}

/** Finds the newest modification time of a site's files, in whole seconds as HTTP dates have them. */
async function newestChange({ directory, files }: Site): Promise<Date> {
  const stats = await Promise.all(files.map(({ name }) => stat(join(directory, name))))
  const newest = Math.max(0, ...stats.map(({ mtimeMs }) => mtimeMs))
  return new Date(Math.floor(newest / 1000) * 1000)
}
