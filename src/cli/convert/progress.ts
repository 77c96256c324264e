import { MultiBar } from 'cli-progress'
import type { SingleBar } from 'cli-progress'
import type { Context } from '../context.ts'

/** Shows how far long work has come. */
export interface Progress {
  /** Says how many bytes were read since the last time. */
  advance(bytes: number): void
  /** Writes to standard error without disturbing the bar. */
  interject(write: () => void): void
  stop(): void
}

const none: Progress = {
  advance: () => undefined,
  interject: (write) => {
    write()
  },
  stop: () => undefined,
}

/** Work that takes less time than this shows nothing. */
const PATIENCE = 700

/** Shows a bar on standard error if that is a terminal and the output does not go to one. */
export function createProgress(
  size: number | undefined,
  isOutputShown: boolean,
  { stderr, err, now, json }: Context,
): Progress {
  if (size === undefined || !err.isTerminal || isOutputShown || json) return none
  const start = now()
  const bars = new MultiBar({
    stream: stderr,
    format: '{bar} {percentage} %  {megabytes} MB  {eta_formatted} left',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 100,
  })
  let bar: SingleBar | undefined
  let read = 0
  return {
    advance: (bytes) => {
      read += bytes
      if (now() - start < PATIENCE) return
      bar ??= bars.create(size, 0)
      bar.update(read, { megabytes: Math.round(read / 1e6).toLocaleString('en') })
    },
    interject: (write) => {
      if (bar) stderr.write('\r\u001B[K')
      write()
    },
    stop: () => {
      bars.stop()
    },
  }
}
