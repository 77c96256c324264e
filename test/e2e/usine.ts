import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** How a child process ended. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What a child process is given. */
export interface RunOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string | Buffer
}

/** The words that run the program from its source. */
export const usineWords: readonly string[] = [
  process.execPath,
  '--import',
  new URL('../../node_modules/ts-blank-space/loader/register.js', import.meta.url).href,
  `${root}src/cli/main.ts`,
]

/** Runs `usine` in a child process, from its source, without a terminal. */
export function usine(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const [command = '', ...words] = usineWords
  return run(command, [...words, ...args], options)
}

/** Runs a line of shell in which `usine` is the program. */
export function shell(line: string, options: RunOptions = {}): Promise<Ended> {
  const quoted = usineWords.map((word) => `'${word}'`).join(' ')
  return run('bash', ['-c', `usine() { ${quoted} "$@"; }; ${line}`], options)
}

/** The environment without what asks for colours, and without coverage, which makes children many times slower. */
export const quietEnv = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !['NO_COLOR', 'FORCE_COLOR', 'NODE_V8_COVERAGE'].includes(name),
  ),
)

function run(command: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  const { cwd = root, env = {}, stdin } = options
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...quietEnv, ...env } })
    const chunks = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        chunks[name] += text
      })
    }
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({ code, ...chunks })
    })
    // A program that fails early does not read what it is given.
    child.stdin.on('error', () => undefined)
    child.stdin.end(stdin ?? '')
  })
}
