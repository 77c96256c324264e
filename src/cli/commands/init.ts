import type { Command } from '../command.ts'

/** `usine init`. */
export const initCommand: Command = {
  name: 'init',
  summary: 'Make a new site with an example to start from',
  details: [
    'Writes usine.yaml, a commented example in data/, the ontology, queries, a README and editor settings. The new site builds at once. Files that are there already are never replaced without --force.',
  ],
  args: [{ name: 'dir', description: 'folder of the new site; default: --site, else this folder' }],
  options: [{ flags: '--force', description: 'replace files that are there already' }],
  examples: [
    { line: 'usine init my-site', does: 'a new site in the folder my-site' },
    { line: 'usine init', does: 'in this folder' },
  ],
  run: async (invocation, context) =>
    (await import('../actions/init.ts')).runInit(invocation, context),
}
