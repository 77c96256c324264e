import { Worker } from 'node:worker_threads'

/** Watches a worker process. */
export interface Watchdog {
  /** Sets how much memory the process may take beyond what it takes now. */
  allow(bytes: number): void
}

/**
 * Watches a worker process from a thread of its own, since the process itself sees nothing while a query spins:
 * ends it when its server is gone, and when it takes more memory than it may, inside or outside the heap.
 */
export function startWatchdog(): Watchdog {
  const resourceLimits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 }
  const workerData = { parent: process.ppid }
  const thread = new Worker(program, { eval: true, execArgv: [], workerData, resourceLimits })
  thread.unref()
  return {
    allow: (bytes) => {
      thread.postMessage(process.memoryUsage.rss() + bytes)
    },
  }
}

/** How often the watchdog looks, in milliseconds. */
const INTERVAL = 100

/** As text, so that the thread loads nothing else. */
const program = `
  const { parentPort, workerData: { parent } } = require('node:worker_threads')
  let most = Infinity
  parentPort.on('message', (bytes) => { most = bytes })
  setInterval(() => {
    const isTooBig = process.memoryUsage.rss() > most
    if (isTooBig || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  }, ${INTERVAL})
`
