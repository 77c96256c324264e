import type { Command } from '../command.ts'

/** `usine build`. */
export const buildCommand: Command = {
  name: 'build',
  summary: 'Check a site and write its graph and all that goes with it',
  details: [
    'Reads usine.yaml, data/, ontology/ and queries/, and reports all problems with file, line and column. Without errors it writes to build/: the graph as N-Quads, each view as Turtle, JSON-LD and its context, the JSON Schema for editors, and the SHACL shapes. The same facts always give the same bytes.',
  ],
  args: [{ name: 'dir', description: 'folder of the site; default: --site, else this folder' }],
  options: [
    { flags: '--out <dir>', description: 'folder to write to; default: build/ in the site' },
  ],
  examples: [
    { line: 'usine build', does: 'the site in this folder' },
    { line: 'usine build my-site --out public/data', does: 'another site, written elsewhere' },
    { line: 'usine build --json', does: 'the summary for programs' },
  ],
  run: async (invocation, context) =>
    (await import('../actions/build.ts')).runBuild(invocation, context),
}
