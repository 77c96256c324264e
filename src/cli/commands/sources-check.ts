import type { Command } from '../command.ts'

/** `usine sources check`. */
export const sourcesCheckCommand: Command = {
  name: 'sources check',
  summary: 'Compare a copy of a source with the facts taken from it',
  details: [
    'Checks the SHA-256 and the length of your copy, that its sections lie in the text, that the characters each reference selects lie in its section, and that they hold the amounts and years of the statement; a number that is not there is a warning. The facts keep no text of a source, so you need a copy of your own.',
  ],
  args: [{ name: 'file', description: 'your copy of the source', required: true }],
  options: [
    {
      flags: '--source <key>',
      description: 'which source it is; default: the one with its SHA-256, or the only one',
    },
  ],
  examples: [
    { line: 'usine sources check article.txt', does: 'a report to read' },
    { line: 'usine sources check article.txt --source article --json', does: 'for programs' },
  ],
  run: async (invocation, context) =>
    (await import('../actions/check-source.ts')).runCheckSource(invocation, context),
}
