import type { Command } from '../command.ts'
import { outOption, rdfFormatNames, viewOption } from './options.ts'

/** `usine convert`. */
export const convertCommand: Command = {
  name: 'convert',
  summary: 'Convert facts, Wikibase JSON or RDF to any serialization of RDF',
  details: [
    'Reads facts (.yaml) and series (.csv) of a site, Wikibase JSON (an entity, an EntityData document, a wbgetentities answer, or a dump), and RDF; each may be compressed with gzip or bzip2. Wikibase JSON and RDF need no site. Memory does not grow with the input, unless --pretty is given.',
    'Entities that are malformed are named on standard error and skipped, and the exit code is 3. What is written for statements is the Wikibase view, unless --view says otherwise.',
  ],
  args: [{ name: 'file', description: 'file to read, or - for standard input', required: true }],
  options: [
    {
      flags: '--to <format>',
      description: `one of ${rdfFormatNames}; default: by the extension of --out, else turtle`,
    },
    {
      flags: '--from <format>',
      description: `wikibase-json, facts, csv, ${rdfFormatNames}; default: by the extension of the file`,
    },
    viewOption,
    { flags: '--base <iri>', description: 'what relative IRIs of RDF are resolved against' },
    { flags: '--pretty', description: 'sort and group Turtle and TriG; holds all in memory' },
    outOption,
  ],
  examples: [
    { line: 'usine convert Q42.json --to turtle', does: 'an entity of Wikidata' },
    { line: 'usine convert dump.json.gz --out dump.nt', does: 'a dump of any size' },
    { line: 'usine convert - --from turtle --to jsonld < a.ttl', does: 'RDF from a pipe' },
  ],
  run: async (invocation, context) =>
    (await import('../actions/convert.ts')).runConvert(invocation, context),
}
