import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ServeOptions } from '../../../src/serve/context.ts'
import { createServer } from '../../../src/serve/server.ts'
import type { UsineServer } from '../../../src/serve/server.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Copies the Flins site to a folder of its own, with more lines in its `usine.yaml`. */
export async function copyFlins(more = ''): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'usine-serve-'))
  for (const part of ['ontology', 'data', 'queries', 'usine.yaml']) {
    await cp(join(root, part), join(directory, part), { recursive: true })
  }
  const config = join(directory, 'usine.yaml')
  await writeFile(config, `${await readFile(config, 'utf8')}${more}`)
  return directory
}

/** A server of a copy of the Flins site, which is deleted when it closes. */
export async function serveFlins(
  more = '',
  options: Partial<ServeOptions> = {},
): Promise<UsineServer & { readonly directory: string }> {
  const directory = await copyFlins(more)
  const server = await createServer({
    directory,
    host: '127.0.0.1',
    port: 0,
    allowedHosts: [],
    watch: false,
    workers: 1,
    programVersion: '0.0.0',
    ...options,
  })
  return {
    ...server,
    directory,
    close: async () => {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Serves a copy of the Flins site for all tests of a suite. */
export function useFlins(more = ''): () => UsineServer['app'] {
  let server: UsineServer | undefined
  before(async () => {
    server = await serveFlins(more)
  })
  after(() => server?.close())
  return () => {
    if (!server) throw new Error('The server is not there before the tests')
    return server.app
  }
}
