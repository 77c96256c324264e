import type { Command } from '../command.ts'
import { outOption, rdfFormatNames } from './options.ts'

/** `usine validate`. */
export const validateCommand: Command = {
  name: 'validate',
  summary: 'Check the graph with SHACL shapes and with schema.org',
  details: [
    'Checks the statements against the shapes that follow from the ontology and those in it, and the schema.org view against the vocabulary of schema.org: unknown terms, wrong domains, wrong ranges. Each result names the place in the facts. The exit code is 1 if there is an error; warnings and advice do not count.',
  ],
  args: [],
  options: [
    {
      flags: '--format <format>',
      description: `text, json, or the RDF validation report as ${rdfFormatNames}; default: text`,
    },
    outOption,
  ],
  examples: [
    { line: 'usine validate', does: 'a report to read' },
    { line: 'usine validate --json', does: 'for programs' },
    { line: 'usine validate --format turtle --out report.ttl', does: 'a SHACL validation report' },
  ],
  run: async (invocation, context) =>
    (await import('../actions/validate.ts')).runValidate(invocation, context),
}
