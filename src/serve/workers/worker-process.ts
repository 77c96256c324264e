import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { UsineError } from '../../errors.ts'
import { AnswerBody } from './answer-body.ts'
import type { AnswerHead, FromWorker, Job, ToWorker } from './messages.ts'
import type { PackedGraphs } from './pack-graphs.ts'
import { plainToError } from './plain.ts'
import type { WorkerLimits } from './worker-limits.ts'

/** An answer, as it comes from a worker. */
export interface WorkerAnswer extends AnswerHead {
  /** UTF-8; ends with an error where the answer could not be finished. */
  readonly body: Readable
}

/** The job that a worker does, and who waits for it. */
interface Running {
  readonly resolve: (answer: WorkerAnswer) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
  /** Told once, when the worker is free or gone. */
  readonly onEnd: (error: Error | undefined) => void
  body: AnswerBody | undefined
  cancelled: boolean
}

/** What a worker tells its pool. */
export interface WorkerEvents {
  /** It has loaded a version. */
  readonly onReady: () => void
  /** Its process has ended; whether it had ever done what it is for. */
  readonly onGone: (worker: WorkerProcess, wasReady: boolean) => void
}

/** How long a worker may take to stop a query that nobody wants any more, in milliseconds. */
const CANCEL_GRACE = 300
/** Less urgent than the server itself, so that documents are answered while queries compute. */
const NICENESS = 5

const program = new URL(`./worker-main${import.meta.url.slice(-3)}`, import.meta.url)
/** From the source, the worker needs what erases the types as well. */
const loader = import.meta.url.endsWith('.ts')
  ? ['--import', import.meta.resolve('ts-blank-space/register')]
  : []

/** A worker process, seen from the server. */
export class WorkerProcess {
  readonly #process: ChildProcess
  readonly #limits: WorkerLimits
  readonly #events: WorkerEvents
  #version = 0
  #isReady = false
  #isGone = false
  #running: Running | undefined
  #stopReason: Error | undefined
  #ready: (() => void)[] = []

  constructor(graphs: PackedGraphs, limits: WorkerLimits, events: WorkerEvents) {
    this.#limits = limits
    this.#events = events
    const { heapMb, residentBytes } = memoryFor(graphs, limits)
    this.#process = fork(fileURLToPath(program), [String(residentBytes)], {
      execArgv: [
        ...loader,
        `--max-old-space-size=${heapMb}`,
        '--disable-warning=ExperimentalWarning',
      ],
      serialization: 'advanced',
      // What V8 prints when it runs out of memory helps nobody here.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    lowerPriority(this.#process.pid)
    this.#process.on('message', (message) => {
      this.#receive(message as FromWorker)
    })
    this.#process.once('error', () => {
      this.#end()
    })
    this.#process.once('exit', (code) => {
      this.#end(code)
    })
    this.load(graphs)
  }

  get isBusy(): boolean {
    return this.#running !== undefined
  }

  get isReady(): boolean {
    return this.#isReady
  }

  get version(): number {
    return this.#version
  }

  get pid(): number | undefined {
    return this.#process.pid
  }

  /** Gives the worker another version of the graphs; queries from now on are answered from it. */
  load({ version, settings, chunks }: PackedGraphs): void {
    this.#version = version
    this.#isReady = false
    this.#send({ type: 'load', version, settings })
    for (const bytes of chunks) this.#send({ type: 'quads', bytes })
    this.#send({ type: 'loaded' })
  }

  /** Waits until the last version is loaded, or the worker gone. */
  async whenReady(): Promise<void> {
    if (this.#isReady || this.#isGone) return
    await new Promise<void>((resolve) => this.#ready.push(resolve))
  }

  /** Starts a job; the answer is there with its first bytes. */
  run(job: Job, onEnd: Running['onEnd']): Promise<WorkerAnswer> {
    return new Promise((resolve, reject) => {
      const { timeoutMs, maxResults, maxBytes } = this.#limits
      const timeout = () => {
        this.stop(new UsineError('ERR_QUERY_TIMEOUT', { timeout: timeoutMs }))
      }
      const timer = setTimeout(timeout, timeoutMs)
      this.#running = { resolve, reject, timer, onEnd, body: undefined, cancelled: false }
      this.#send({ type: 'run', job, limits: { maxResults, maxBytes } })
    })
  }

  /** Stops the running job, which nobody wants any more; ends the process if it does not stop soon. */
  cancel(): void {
    const running = this.#running
    if (!running || running.cancelled) return
    running.cancelled = true
    const error = new UsineError('ERR_QUERY_ABORTED')
    running.reject(error)
    this.#send({ type: 'cancel' })
    const timer = setTimeout(() => {
      if (this.#running === running) this.stop(error)
    }, CANCEL_GRACE)
    timer.unref()
  }

  /** Ends the process at once; the running job fails with the error given. */
  stop(error: Error = new UsineError('ERR_QUERY_ABORTED')): void {
    this.#stopReason ??= error
    this.#process.kill('SIGKILL')
    this.#end()
  }

  /** Ends the process, and waits until it is gone. */
  async close(): Promise<void> {
    const { exitCode, signalCode } = this.#process
    const isRunning = exitCode === null && signalCode === null && this.#process.pid !== undefined
    const exit = isRunning ? once(this.#process, 'exit') : undefined
    this.stop()
    await exit
  }

  #send(message: ToWorker): void {
    if (!this.#process.connected) return
    // A process that has ended is found out by its exit.
    this.#process.send(message, () => undefined)
  }

  #receive(message: FromWorker): void {
    if (this.#isGone) return
    if (message.type === 'ready') {
      if (message.version === this.#version) this.#setReady()
    } else if (message.type === 'head') this.#begin(message.head)
    else if (message.type === 'chunk') this.#running?.body?.add(message.bytes)
    else if (message.type === 'end') this.#finish(undefined)
    else this.#finish(plainToError(message.error))
  }

  #setReady(): void {
    this.#isReady = true
    for (const resolve of this.#ready.splice(0)) resolve()
    this.#events.onReady()
  }

  #begin(head: AnswerHead): void {
    const running = this.#running
    if (!running || running.cancelled) return
    running.body = new AnswerBody({
      onTaken: () => {
        if (this.#running === running) this.#send({ type: 'credit', count: 1 })
      },
      onClose: () => {
        if (this.#running === running) this.cancel()
      },
    })
    running.resolve({ ...head, body: running.body })
  }

  #finish(error: Error | undefined): void {
    const running = this.#running
    if (!running) return
    this.#running = undefined
    clearTimeout(running.timer)
    if (!error) running.body?.complete()
    else running.body?.destroy(error)
    if (error) running.reject(error)
    running.onEnd(error)
  }

  #end(code?: number | null): void {
    if (this.#isGone) return
    this.#isGone = true
    // Nothing more is given to it, also by those who hear of the end of its job.
    const wasReady = this.#isReady
    this.#isReady = false
    // V8 and the watchdog end a process by signals, which leave no code.
    const cause =
      typeof code === 'number'
        ? new UsineError('ERR_QUERY_FAILED', { reason: 'its worker ended' })
        : new UsineError('ERR_QUERY_MEMORY', { limit: this.#limits.memoryMb })
    this.#finish(this.#stopReason ?? cause)
    for (const resolve of this.#ready.splice(0)) resolve()
    this.#events.onGone(this, wasReady)
  }
}

/** What the process itself needs, with Comunica loaded. */
const PROGRAM_MB = 128
/** How much more room quads take in memory than as text. */
const QUADS_FACTOR = 8

function memoryFor({ chunks }: PackedGraphs, { memoryMb }: WorkerLimits) {
  const bytes = chunks.reduce((sum, { length }) => sum + length, 0)
  const heapMb = Math.ceil(memoryMb + PROGRAM_MB + (bytes * QUADS_FACTOR) / 2 ** 20)
  // The heap has its own limit; this one is for what lies outside it.
  return { heapMb, residentBytes: Math.ceil(memoryMb * 1.5 * 2 ** 20) }
}

function lowerPriority(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    setPriority(pid, NICENESS)
  } catch (error) {
    // The process may have ended already; a system without priorities does without.
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}
