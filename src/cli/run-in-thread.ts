import { Worker } from 'node:worker_threads'
import { UsineError } from '../errors.ts'

/** What the program tells the thread that runs a command. */
export interface ToThread {
  readonly type: 'abort'
}

/** What the thread tells the program: how it ended, or for how long it may be busy at most. */
export type FromThread =
  | { readonly type: 'end'; readonly code: number }
  | { readonly type: 'deadline'; readonly ms: number }

/** What a thread is given of the surroundings, beside the streams. */
export interface ThreadData {
  readonly argv: readonly string[]
  readonly isTTY: readonly [stdout: boolean, stderr: boolean]
  readonly columns: number | undefined
}

/** How a command is run in a thread. */
export interface ThreadOptions {
  readonly program: URL
  readonly data: ThreadData
  readonly stdin: NodeJS.ReadableStream | undefined
  readonly signal: AbortSignal
}

/** How long a thread may take to end by itself, which removes its temporary files, in milliseconds. */
const GRACE = 500

/**
 * Runs a command in a thread and tells its exit code. The program itself stays free to hear signals and to watch the
 * time, also where the thread does nothing but match a regular expression.
 *
 * @throws UsineError ERR_QUERY_TIMEOUT, ERR_QUERY_MEMORY
 */
export function runInThread({ program, data, stdin, signal }: ThreadOptions): Promise<number> {
  const thread = new Worker(program, { workerData: data, stdin: stdin !== undefined })
  if (stdin && thread.stdin) stdin.pipe(thread.stdin)
  signal.addEventListener('abort', () => {
    thread.postMessage({ type: 'abort' } satisfies ToThread)
  })
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    let code: number | undefined
    thread.on('message', (message: FromThread) => {
      if (message.type === 'end') code = message.code
      else {
        const timeout = () => {
          void thread.terminate()
          reject(new UsineError('ERR_QUERY_TIMEOUT', { timeout: message.ms }))
        }
        timer = setTimeout(timeout, message.ms + GRACE)
      }
    })
    thread.once('error', (cause) => {
      reject(toMemoryError(cause, thread))
    })
    thread.once('exit', (exitCode) => {
      clearTimeout(timer)
      resolve(code ?? exitCode)
    })
  })
}

function toMemoryError(thrown: unknown, { resourceLimits }: Worker): Error {
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown))
  if (!('code' in cause) || cause.code !== 'ERR_WORKER_OUT_OF_MEMORY') return cause
  const limit = Math.round(resourceLimits?.maxOldGenerationSizeMb ?? 0)
  return new UsineError('ERR_QUERY_MEMORY', { limit }, { cause })
}
