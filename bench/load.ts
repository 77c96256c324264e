import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onCore } from './processes.ts'

/** What a load generator found. */
export interface Load {
  readonly perSecond: number
  /** In milliseconds. */
  readonly p99: number
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>
}

/** What to ask for, and for how long. */
export interface LoadOptions {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly seconds: number
  readonly connections: number
}

interface Result {
  readonly requests: { readonly average: number }
  readonly latency: { readonly p99: number }
  readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>
}

const autocannon = join(import.meta.dirname, 'node_modules/autocannon/autocannon.js')

/** Asks a server as fast as one processor can, with autocannon. */
export async function measureLoad(options: LoadOptions): Promise<Load> {
  const { url, headers = {}, seconds, connections } = options
  const flags = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`])
  const times = [
    '-d',
    String(seconds),
    '-c',
    String(connections),
    '-W',
    '[',
    '-c',
    '2',
    '-d',
    '1',
    ']',
  ]
  const words = [process.execPath, autocannon, '--json', ...times, ...flags, url]
  const [command = '', ...args] = [...onCore(1), ...words]
  const { stdout } = await promisify(execFile)(command, args, { maxBuffer: 10_000_000 })
  const line = stdout.trim().split('\n').at(-1) ?? ''
  const { requests, latency, statusCodeStats } = JSON.parse(line) as Result
  const statuses = Object.entries(statusCodeStats).map(([status, { count }]) => [status, count])
  return {
    perSecond: requests.average,
    p99: latency.p99,
    statuses: Object.fromEntries(statuses) as Record<string, number>,
  }
}
