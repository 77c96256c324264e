import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeDump } from './make-dump.ts'

/** What a child process measured. */
export interface Measurement {
  readonly quads: number
  readonly seconds: number
  /** In megabytes. */
  readonly peakMemory: number
  readonly entities?: number
  readonly problems?: number
}

const LEAST_RATIO = 0.5
const MOST_MEMORY = 400

/**
 * Converts a Wikibase dump to N-Triples beside n3's Writer, which writes quads that are ready-made; tells whether
 * usine keeps to its bars: half of that speed at least, in less than 400 MB. Every part runs in a process of its own.
 */
export async function benchConvert(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { size: { type: 'string', default: '1GB' }, keep: { type: 'boolean' } },
  })
  const folder = await mkdtemp(join(tmpdir(), 'usine-bench-'))
  try {
    const dump = join(folder, 'dump.json')
    const { bytes, lines } = await makeDump(dump, parseSize(values.size))
    print(`dump: ${lines} lines, ${(bytes / 1e6).toFixed(0)} MB (the samples, again and again)`)
    const ours = await measure('convert', [dump])
    report('usine, dump to N-Triples', ours)
    const peer = await measure('n3', ['N-Triples', String(ours.quads)])
    report('n3 Writer, ready-made quads to N-Triples', peer)
    report(
      'n3 Writer, ready-made quads to Turtle',
      await measure('n3', ['Turtle', String(ours.quads)]),
    )
    return judge(ours, peer)
  } finally {
    if (values.keep !== true) await rm(folder, { recursive: true })
  }
}

const print = (line: string): boolean => process.stdout.write(`${line}\n`)

function parseSize(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(GB|MB)$/i.exec(text)
  if (!match) throw new Error(`--size wants a size such as 1GB or 100MB, not "${text}"`)
  return Number(match[1]) * (match[2]?.toUpperCase() === 'GB' ? 1e9 : 1e6)
}

function measure(name: string, args: readonly string[]): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'convert-child.ts'), [name, ...args])
    child.on('message', (message) => {
      resolve(message as Measurement)
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      reject(new Error(`The measurement ${name} ended with ${String(code)} and no result`))
    })
  })
}

const speed = ({ quads, seconds }: Measurement): number => quads / seconds

function report(what: string, measurement: Measurement): void {
  const { quads, seconds, peakMemory, problems } = measurement
  const rate = Math.round(speed(measurement)).toLocaleString('en')
  const skipped = problems === undefined ? '' : `, ${problems} problems`
  print(
    `${what}: ${rate} quads/s (${quads} quads in ${seconds.toFixed(1)} s${skipped}), peak ${peakMemory.toFixed(0)} MB`,
  )
}

function judge(ours: Measurement, peer: Measurement): boolean {
  const ratio = speed(ours) / speed(peer)
  print(`ratio: ${ratio.toFixed(2)} (bar: ${LEAST_RATIO}); peak memory bar: ${MOST_MEMORY} MB`)
  return ratio >= LEAST_RATIO && ours.peakMemory < MOST_MEMORY
}
