import type { FromWorker, ToWorker } from './messages.ts'
import { startWatchdog } from './watchdog.ts'
import { WorkerSession } from './worker-session.ts'

/** The program of a worker: a process of its own, which does what it is told over its channel. */
const watchdog = startWatchdog()
const memoryBytes = Number(process.argv[2])
const session = new WorkerSession((message: FromWorker) => {
  if (message.type === 'ready') watchdog.allow(memoryBytes)
  // The channel closes with the server, and then there is nobody to tell.
  if (process.connected) process.send?.(message)
})
process.on('message', (message) => {
  session.receive(message as ToWorker)
})
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
// A terminal sends these to all processes of the server, which itself decides when its workers end.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
