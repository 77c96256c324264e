import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Whether the system tells about its processes as Linux does. */
export const hasProc = existsSync('/proc/self/smaps_rollup')

/** The processes that a process started, by their ids. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number)
}

/** The memory of a process and of those it started, in megabytes; what they share counts once. */
export function treeMemory(pid: number): number {
  const kilobytes = [pid, ...childrenOf(pid)].map((each) => proportionalSize(each))
  return kilobytes.reduce((sum, size) => sum + size, 0) / 1024
}

/** Whether a process is there; what has ended and waits to be asked for its code is not. */
export function isAlive(pid: number): boolean {
  const state = /^State:\s+(\w)/m.exec(readProc(`${pid}/status`))?.[1]
  return state !== undefined && state !== 'Z'
}

const parentOf = (pid: string): number =>
  Number(/^PPid:\s+(\d+)/m.exec(readProc(`${pid}/status`))?.[1] ?? -1)

const proportionalSize = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(readProc(`${pid}/smaps_rollup`))?.[1] ?? 0)

/** A process may end while it is looked at. */
function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error) return ''
    throw error
  }
}
