import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { onCore } from './processes.ts'
import type { ServerProcess } from './processes.ts'

const VERSION = '5.3.0'
const folder = join(import.meta.dirname, 'node_modules/trifid')

/** Starts Trifid with a file of N-Triples as its data set, as its own example does; installs it where it is not there. */
export async function startTrifid(file: string): Promise<ServerProcess> {
  if (!existsSync(folder)) {
    const words = ['install', '--no-save', `trifid@${VERSION}`]
    execFileSync('npm', words, { cwd: import.meta.dirname, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  const port = await freePort()
  const config = join(folder, 'instances/docker-fetch/config.yaml')
  const words = [process.execPath, join(folder, 'server.js'), '-c', config, '-p', String(port)]
  const [command = '', ...args] = [...onCore(0), ...words]
  const start = performance.now()
  const child = spawn(command, args, {
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATASET_BASE_URL: 'https://flins.example/',
      FETCH_HANDLER_FILE: file,
      FETCH_HANDLER_FILE_TYPE: 'application/n-triples',
    },
  })
  const address = `http://127.0.0.1:${port}`
  await waitFor(`${address}/entity/flins`)
  return {
    address,
    startMs: performance.now() - start,
    stop: async () => {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        resolve(address !== null && typeof address === 'object' ? address.port : 0)
      })
    })
  })
}

async function waitFor(url: string): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt += 1) {
    const status = await fetch(url, { headers: { accept: 'application/ld+json' } }).then(
      (response) => response.status,
      () => 0,
    )
    if (status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`${url} is not answered`)
}
