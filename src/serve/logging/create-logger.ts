import { Writable } from 'node:stream'
import { pino } from 'pino'
import type { FastifyBaseLogger } from 'fastify'
import picocolors from 'picocolors'
import { makeVisible } from '../../errors.ts'

/** Where to log. */
export interface LoggerOptions {
  readonly stream: Writable
  /** One short line for each event, for people, instead of JSON. */
  readonly pretty: boolean
  readonly color: boolean
  /** `info` unless told otherwise. */
  readonly level?: string
}

/** Creates the log of a server: JSON lines, or lines for people. */
export function createLogger(options: LoggerOptions): FastifyBaseLogger {
  const { stream, pretty, level = 'info' } = options
  const settings = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  return pino(settings, pretty ? createPrettyStream(options) : stream)
}

/** Turns the JSON lines of pino into lines for people. */
function createPrettyStream({ stream, color }: LoggerOptions): Writable {
  const colors = picocolors.createColors(color)
  return new Writable({
    write: (chunk: Buffer | string, _encoding, done) => {
      for (const line of String(chunk).split('\n')) {
        if (line !== '') stream.write(`${toLine(line, colors)}\n`)
      }
      done()
    },
  })
}

interface LogEvent {
  readonly time: string
  readonly level: string
  readonly msg?: string
  readonly err?: { readonly stack?: string; readonly message?: string }
  readonly [field: string]: unknown
}

function toLine(json: string, colors: ReturnType<typeof picocolors.createColors>): string {
  const { time, level, msg = '', err, reqId, ...fields } = JSON.parse(json) as LogEvent
  const clock = colors.dim(time.slice(11, 19))
  const paint = level === 'info' ? (text: string) => text : levelColors(level, colors)
  const rest = Object.entries(fields).map(([name, value]) =>
    name === 'method' || name === 'path' || name === 'status'
      ? toText(value)
      : `${name}=${toText(value)}`,
  )
  const stack = err ? `\n${makeVisible(err.stack ?? err.message ?? '')}` : ''
  const id = typeof reqId === 'string' ? colors.dim(` ${makeVisible(reqId)}`) : ''
  const words = [paint(makeVisible(msg)), ...rest].filter((word) => word !== '')
  return `${clock} ${words.join(' ')}${id}${stack}`
}

const levelColors = (level: string, colors: ReturnType<typeof picocolors.createColors>) =>
  level === 'warn' ? colors.yellow : colors.red

const toText = (value: unknown): string =>
  makeVisible(typeof value === 'string' ? value : JSON.stringify(value), '')
