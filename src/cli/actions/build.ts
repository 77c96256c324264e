import { join } from 'node:path'
import { DataFactory } from 'n3'
import { writeFileAtomic } from '../../export/index.ts'
import { graphIri } from '../../rdf/index.ts'
import type { SiteGraph } from '../../rdf/index.ts'
import type { Invocation, Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { openSite, siteFolder } from '../open-site.ts'
import type { OpenSite } from '../open-site.ts'
import { makeFolder } from '../output/make-folder.ts'
import { printProblems } from '../output/problems.ts'
import { buildFiles } from './build-files.ts'
import { printBuildSummary } from './build-summary.ts'
import type { BuildSummary } from './build-summary.ts'

/** Builds a site: writes all files of its `build/` folder, or none if the site has errors. */
export async function runBuild(
  { args: [folder], options }: Invocation,
  context: Context,
): Promise<Outcome> {
  const start = context.now()
  const directory = folder ?? siteFolder(options)
  const out = options.find('out') ?? join(directory, 'build')
  const open = await openSite(directory)
  await makeFolder(out)
  for (const { name, content } of buildFiles) {
    await writeFileAtomic(join(out, name), await content(open), { signal: context.signal })
  }
  if (!context.json) printProblems(open.problems, context.err)
  const milliseconds = context.now() - start
  await printBuildSummary({ ...summarize(open), out, milliseconds }, { open, directory }, context)
  return 'ok'
}

const graphs: readonly SiteGraph[] = ['wikibase', 'schema', 'ontology', 'dataset']

function summarize({
  site,
  store,
  base,
  problems,
}: OpenSite): Omit<BuildSummary, 'out' | 'milliseconds'> {
  const triples = graphs.map((graph): [SiteGraph, number] => {
    const name = DataFactory.namedNode(graphIri(base, graph))
    return [graph, store.countQuads(null, null, null, name)]
  })
  return {
    entities: site.entities.length,
    statements: site.entities.reduce((sum, { statements }) => sum + statements.length, 0),
    triples: Object.fromEntries(triples.filter(([, number]) => number > 0)),
    problems,
  }
}
