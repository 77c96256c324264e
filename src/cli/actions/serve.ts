import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { UsineError } from '../../errors.ts'
import { pickLabel } from '../../rdf/index.ts'
import { createLogger, createServer, parseAllowedHost } from '../../serve/index.ts'
import type { ServeOptions, UsineServer } from '../../serve/index.ts'
import type { Invocation, Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { siteFolder } from '../open-site.ts'
import type { Options } from '../options.ts'
import { wantsColor } from '../output/printer.ts'
import { printProblems } from '../output/problems.ts'
import { readVersion } from '../package-files.ts'

/** How long running answers may take once the server was told to stop, in milliseconds. */
const GRACE = 10_000

/** Serves a site until it is told to stop. */
export async function runServe(
  { args: [folder], options }: Invocation,
  context: Context,
): Promise<Outcome> {
  context.takeTime?.()
  const serveOptions = readOptions(folder ?? siteFolder(options), options, context)
  const server = await createServer(serveOptions)
  try {
    const address = await listen(server, serveOptions)
    if (context.json) context.stdout.write(`${JSON.stringify(toJson(address, server))}\n`)
    else announce(address, server, context)
    if (!context.signal.aborted) await once(context.signal, 'abort')
  } finally {
    await stop(server, context)
  }
  return 'ok'
}

function readOptions(directory: string, options: Options, context: Context): ServeOptions {
  const { stderr, env, err } = context
  const level = options.find('log') ?? 'info'
  const pretty = err.isTerminal && !context.json
  const logger = createLogger({ stream: stderr, pretty, color: wantsColor(stderr, env), level })
  const token = env['USINE_TOKEN'] ?? ''
  return {
    directory,
    host: options.find('host') ?? '127.0.0.1',
    port: readNumber(options, { name: 'port', most: 65_535, otherwise: 8080 }),
    workers: readNumber(options, { name: 'workers', least: 1, most: 64, otherwise: workers() }),
    watch: !options.isOff('watch'),
    allowedHosts: readHosts(options),
    programVersion: readVersion(),
    logger,
    ...(options.is('scratch') && {
      scratch: { token: token === '' ? randomBytes(18).toString('base64url') : token },
    }),
  }
}

function readHosts(options: Options): readonly string[] {
  const hosts = options.list('allow')
  const wrong = hosts.find((host) => !parseAllowedHost(host))
  if (wrong === undefined) return hosts
  const problem = `--allow ${wrong} is not the name of a host, such as query.wikidata.org, or one with its address, such as store.lan:3030=10.0.0.7`
  throw new UsineError('ERR_USAGE', { problem, help: 'usine serve --help' })
}

const workers = (): number => Math.min(8, Math.max(2, availableParallelism()))

interface NumberSpec {
  readonly name: string
  readonly least?: number
  readonly most: number
  readonly otherwise: number
}

function readNumber(options: Options, { name, least = 0, most, otherwise }: NumberSpec): number {
  const text = options.find(name)
  if (text === undefined) return otherwise
  const number = /^\d{1,6}$/.test(text) ? Number(text) : -1
  if (number >= least && number <= most) return number
  const problem = `--${name} ${text} is not a whole number from ${least} to ${most}`
  throw new UsineError('ERR_USAGE', { problem, help: 'usine serve --help' })
}

async function listen(server: UsineServer, { host, port }: ServeOptions): Promise<string> {
  try {
    return await server.listen()
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const message = cause instanceof Error ? cause.message : String(cause)
    const reason = reasons[code] ?? message
    throw new UsineError('ERR_LISTEN', { host, port, reason }, { cause })
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there; stop it, or take another port with --port',
  EACCES: 'this user may not take that port; take one above 1023 with --port',
  EADDRNOTAVAIL: 'this machine does not have that address; see --host',
  ENOTFOUND: 'the name is not known; see --host',
}

function announce(address: string, server: UsineServer, context: Context): void {
  const { out, err } = context
  const { site, problems, store } = server.context.current()
  const { scratch, watch } = server.context.options
  printProblems(problems, err)
  const title = pickLabel(site.config.title, site.config.languages[0] ?? 'en') ?? site.config.base
  out.line(['strong', 'Listening on '], ['command', address])
  out.line(
    `${title}: ${site.entities.length} entities, ${store.size} quads, base IRI ${site.config.base}`,
  )
  if (watch) out.line('Changes of its files are served as soon as they are saved')
  if (scratch) {
    out.line(['doubtful', 'A writable copy in memory: all changes are forgotten on exit'])
    out.line(`Send the header Authorization: Bearer ${scratch.token}`)
  }
  out.line('Try:')
  for (const path of tryPaths(server)) out.line('  ', ['command', address + path])
  out.line(['faint', 'Ctrl-C stops'])
}

/** A page, data, and a question with an answer. */
function tryPaths({ context }: UsineServer): string[] {
  const { site, queries } = context.current()
  const entity = site.config.defaultEntity ?? site.entities[0]?.id
  const [query] = queries.keys()
  const about = entity === undefined ? ['/'] : [`/page/${entity}`, `/data/${entity}.ttl`]
  return [...about, query === undefined ? '/sparql' : `/queries/${encodeURIComponent(query)}`]
}

const toJson = (address: string, { context }: UsineServer): object => ({
  address,
  base: context.current().base,
  version: context.current().version,
  try: tryPaths({ context } as UsineServer).map((path) => address + path),
  ...(context.options.scratch && { token: context.options.scratch.token }),
})

/** Finishes what is being answered, for as long as it may take. */
async function stop(server: UsineServer, { err }: Context): Promise<void> {
  const timer = setTimeout(() => {
    err.line(`Some answers took longer than ${GRACE / 1000} s and were broken off`)
    server.app.server.closeAllConnections()
  }, GRACE)
  try {
    await server.close()
  } finally {
    clearTimeout(timer)
  }
}
