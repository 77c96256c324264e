import { listFormats, listResultFormats } from '../../formats.ts'
import type { Command } from '../command.ts'
import { outOption } from './options.ts'

const names = (formats: readonly { readonly name: string }[]): string =>
  formats.map(({ name }) => name).join(', ')

/** `usine query`. */
export const queryCommand: Command = {
  name: 'query',
  summary: 'Ask the graph: a saved question by name, or SPARQL',
  details: [
    'The query is the name of one in queries/, a file, SPARQL text, or - for standard input. Without any, the saved queries are listed. Parameters have the types that the header of the query gives them. All prefixes of Wikidata and of the site are declared already (:flins is an entity of the site).',
    'Rows are a table on a terminal and JSON elsewhere; graphs are Turtle.',
  ],
  args: [{ name: 'query', description: 'name, file, SPARQL text, or - for standard input' }],
  options: [
    {
      flags: '--format <format>',
      description: `of rows: ${names(listResultFormats())}; of graphs: ${names(listFormats())}`,
    },
    { flags: '--param <name=value>', description: 'value of a parameter; repeatable', many: true },
    { flags: '--list', description: 'list the saved queries with their parameters' },
    { flags: '--limit <rows>', description: 'show no more rows than this' },
    {
      flags: '--timeout <seconds>',
      description: 'stop after this time; default: as in usine.yaml',
    },
    outOption,
  ],
  examples: [
    { line: 'usine query', does: 'list the saved queries' },
    { line: 'usine query models-made --param year=1960', does: 'ask one of them' },
    { line: 'usine query models-made --format csv --out models.csv', does: 'into a spreadsheet' },
    { line: 'usine query "SELECT ?area { :flins wdt:P2046 ?area }"', does: 'ask in SPARQL' },
    { line: 'usine query - < question.rq', does: 'from standard input' },
  ],
  run: async (invocation, context) =>
    (await import('../actions/query.ts')).runQuery(invocation, context),
}
