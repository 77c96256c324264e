import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { quietEnv, usineWords } from './usine.ts'

/** A running `usine serve`. */
export interface Serving {
  readonly child: ChildProcessWithoutNullStreams
  readonly address: string
  readonly stdout: () => string
  readonly stderr: () => string
}

/** Starts `usine serve`, from its source, on a free port, and waits until it says where it listens. */
export async function startServing(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const [command = '', ...words] = usineWords
  const child = spawn(command, [...words, 'serve', ...args, '--port', '0'], {
    env: { ...quietEnv, NO_COLOR: '1', USINE_TOKEN: '', ...env },
  })
  let stdout = ''
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`It ended with ${String(code)}: ${stderr}`))
    })
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      const [, found] = /(http:\/\/127\.0\.0\.1:\d+)\b/.exec(stdout) ?? []
      if (found !== undefined && stdout.endsWith('\n')) resolve(found)
    })
  })
  return { child, address, stdout: () => stdout, stderr: () => stderr }
}

/** Sends a signal and waits for the end; the code is null where the signal itself ended it. */
export async function endServing(
  { child }: Serving,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exited = once(child, 'exit') as Promise<[number | null]>
  child.kill(signal)
  const [code] = await exited
  return code
}
