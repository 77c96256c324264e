import { DataFactory } from 'n3'
import { addSitePrefixes } from '../rdf/index.ts'
import type { Prefixes } from '../rdf/index.ts'
import { readSite } from '../sources/index.ts'
import type { Problem, Site } from '../sources/index.ts'
import { createStore, loadSite } from '../store/index.ts'
import type { GraphStore } from '../store/index.ts'
import type { Options } from './options.ts'
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
 * Reads a site and loads its graphs.
 *
 * @throws SiteProblems with all problems if any is an error
 */
export async function openSite(directory: string): Promise<OpenSite> {
  const { site, problems } = await readSite(directory)
  if (!site || hasErrors(problems)) throw new SiteProblems(problems)
  const { base } = site.config
  const store = createStore()
  await loadSite(site, store, DataFactory)
  return { site, base, store, prefixes: addSitePrefixes(base), problems }
}
