import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** A server that runs in a process of its own. */
export interface ServerProcess {
  readonly address: string
  /** From its start to the line that says where it listens, in milliseconds. */
  readonly startMs: number
  stop(): Promise<void>
}

const hasTaskset = spawnSync('taskset', ['-V']).status === 0

/** Words that keep a program on one processor, where the system can. */
export const onCore = (core: number): string[] =>
  hasTaskset ? ['taskset', '-c', String(core)] : []

/** Starts a server that prints one line of JSON with its address; on one processor, unless it may have all. */
export async function startServer(
  words: readonly string[],
  cores: 'one' | 'all' = 'one',
): Promise<ServerProcess> {
  const start = performance.now()
  const [command = '', ...args] = [...(cores === 'one' ? onCore(0) : []), ...words]
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const address = await readAddress(child)
  return {
    address,
    startMs: performance.now() - start,
    stop: async () => {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
    },
  }
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      const end = text.indexOf('\n')
      if (end >= 0) resolve((JSON.parse(text.slice(0, end)) as { address: string }).address)
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      reject(new Error(`The server ended with ${String(code)}`))
    })
  })
}
