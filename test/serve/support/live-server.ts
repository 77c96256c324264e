import { Writable } from 'node:stream'
import { createLogger, createServer } from '../../../src/serve/index.ts'
import type { ServeOptions, UsineServer } from '../../../src/serve/index.ts'

/** A server that listens, and what it logged. */
export interface LiveServer extends UsineServer {
  /** Its address, without a slash at the end. */
  readonly url: string
  readonly log: () => string
  fetch(path: string, init?: RequestInit): Promise<Response>
}

/** Starts a server on a free port of loopback. */
export async function startServer(
  directory: string,
  options: Partial<ServeOptions> = {},
): Promise<LiveServer> {
  let log = ''
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      log += chunk.toString()
      done()
    },
  })
  const server = await createServer({
    directory,
    host: '127.0.0.1',
    port: 0,
    allowedHosts: [],
    watch: false,
    workers: 1,
    programVersion: '0.0.0',
    logger: createLogger({ stream, pretty: false, color: false }),
    ...options,
  })
  const url = await server.listen()
  return {
    ...server,
    url,
    log: () => log,
    fetch: (path, init) => fetch(url + path, { redirect: 'manual', ...init }),
  }
}

/** Starts a server for all tests of a suite, and stops it after them. */
export function useServer(
  directory: () => string | Promise<string>,
  options: Partial<ServeOptions> = {},
): () => LiveServer {
  let server: LiveServer | undefined
  before(async () => {
    server = await startServer(await directory(), options)
  })
  after(() => server?.close())
  return () => {
    if (!server) throw new Error('The server is not there before the tests')
    return server
  }
}
