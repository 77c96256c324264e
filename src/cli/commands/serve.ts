import type { Command } from '../command.ts'

/** `usine serve`. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'Serve a site over HTTP: entities, SPARQL and saved queries',
  details: [
    'Answers on this machine only unless --host says otherwise, and never changes a file. A change of the site is served as soon as it is saved; one with errors is reported, and the last good state stays.',
    'Ctrl-C or SIGTERM stops: running answers are finished first, for ten seconds at most; a second signal stops at once. Requests are logged to standard error, on a terminal for people, elsewhere as JSON lines.',
  ],
  args: [{ name: 'dir', description: 'folder of the site; default: --site, else this folder' }],
  options: [
    { flags: '--host <address>', description: 'address to listen on; default: 127.0.0.1' },
    { flags: '--port <number>', description: 'port to listen on, 0 for a free one; default: 8080' },
    {
      flags: '--scratch',
      description:
        'serve a copy in memory that SPARQL updates may change, behind a token (USINE_TOKEN, else a new one)',
    },
    {
      flags: '--allow <host>',
      description:
        'host that SERVICE, FROM and LOAD may reach, beside those of usine.yaml; host=address connects to that address, also inside your network; repeatable',
      many: true,
    },
    { flags: '--no-watch', description: 'do not serve changes of the files until the next start' },
    {
      flags: '--workers <number>',
      description: 'how many queries run at the same time; default: one for each processor, 2 to 8',
    },
    {
      flags: '--log <level>',
      description: 'what is logged; default: info, which has every request',
      choices: ['info', 'warn', 'error', 'silent'],
    },
  ],
  examples: [
    { line: 'usine serve', does: 'the site in this folder, on http://127.0.0.1:8080' },
    { line: 'usine serve my-site --port 0', does: 'another site, on a port that is free' },
    { line: 'usine serve --host 0.0.0.0 --port 80', does: 'for everyone who reaches this machine' },
    { line: 'usine serve --scratch', does: 'a copy to try SPARQL updates on' },
  ],
  run: async (invocation, context) =>
    (await import('../actions/serve.ts')).runServe(invocation, context),
}
