import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { UsineError } from '../errors.ts'
import { countDataset, describeDataset } from '../export/index.ts'
import { addSitePrefixes, graphIri } from '../rdf/index.ts'
import type { Prefixes } from '../rdf/index.ts'
import { readSite } from '../sources/index.ts'
import type { Problem, Site } from '../sources/index.ts'
import { createStore, loadSite } from '../store/index.ts'
import type { GraphStore } from '../store/index.ts'
import type { Options } from './options.ts'
import { readVersion } from './package-files.ts'
import { hasErrors } from './output/problems.ts'
import { SiteProblems } from './site-problems.ts'

/** A site that was read without errors, and its graphs. */
export interface OpenSite {
  readonly site: Site
  readonly base: string
  readonly store: GraphStore
  readonly prefixes: Prefixes
  /** Warnings only. */
  readonly problems: readonly Problem[]
}

/** The folder of the site that a command is about. */
export const siteFolder = (options: Options): string => options.find('site') ?? process.cwd()

/**
 * Checks that a folder is one of a site.
 *
 * @throws UsineError ERR_SITE_NOT_FOUND, with how to make one
 */
export async function checkSite(directory: string): Promise<void> {
  await access(join(directory, 'usine.yaml')).catch((cause: unknown) => {
    throw new UsineError('ERR_SITE_NOT_FOUND', { directory }, { cause })
  })
}

/**
 * Reads a site, for what needs no graphs.
 *
 * @throws SiteProblems with all problems if any is an error
 */
export async function readCleanSite(
  directory: string,
): Promise<Pick<OpenSite, 'site' | 'problems'>> {
  const { site, problems } = await readSite(directory)
  if (!site || hasErrors(problems)) throw new SiteProblems(problems)
  return { site, problems }
}

/**
 * Reads a site and loads its graphs.
 *
 * @throws SiteProblems with all problems if any is an error
 */
export async function openSite(directory: string): Promise<OpenSite> {
  const { site, problems } = await readCleanSite(directory)
  const { base } = site.config
  const store = createStore()
  await loadSite(site, store, DataFactory)
  await store.import(describeSite(site, store))
  return { site, base, store, prefixes: addSitePrefixes(base), problems }
}

/** Describes the data set and its build, in a graph of its own. */
function describeSite({ config, files }: Site, store: GraphStore): Quad[] {
  return describeDataset({
    info: config,
    counts: countDataset(store, { base: config.base, factory: DataFactory }),
    build: { version: readVersion(), files },
    factory: DataFactory,
    graph: DataFactory.namedNode(graphIri(config.base, 'dataset')),
  })
}
