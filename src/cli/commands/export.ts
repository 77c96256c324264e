import type { Command } from '../command.ts'
import { outOption, rdfFormatNames, viewOption } from './options.ts'

/** `usine export`. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Write the graph, or one entity, as RDF',
  details: [
    'An entity is named by its id in the facts, its IRI, or the id of its Wikidata item. Without --view, both views are written; without --format, the extension of --out decides, else it is Turtle.',
  ],
  args: [{ name: 'entity', description: 'the entity to export; default: the whole graph' }],
  options: [
    { flags: '--format <format>', description: `one of ${rdfFormatNames}` },
    viewOption,
    outOption,
  ],
  examples: [
    { line: 'usine export flins', does: 'one entity in Turtle' },
    { line: 'usine export flins --view schema --format jsonld', does: 'JSON-LD for a web page' },
    { line: 'usine export --out all.nq', does: 'the whole graph in N-Quads' },
  ],
  run: async (invocation, context) =>
    (await import('../actions/export.ts')).runExport(invocation, context),
}
