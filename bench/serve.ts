import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureLoad } from './load.ts'
import type { Load } from './load.ts'
import { startServer } from './processes.ts'
import type { ServerProcess } from './processes.ts'
import { startTrifid } from './serve-trifid.ts'

const root = join(import.meta.dirname, '..')
const program = join(root, 'dist/cli/main.js')
const loader = ['--import', 'ts-blank-space/register']
const files = ['/data/flins.jsonld', '/data/flins.ttl'] as const

const LEAST_RATIO = 0.5
const MOST_START_MS = 1000

interface Settings {
  readonly seconds: number
  readonly connections: number
  readonly rounds: number
}

/**
 * Serves the Flins site and measures documents beside a bare node:http server that sends the same bytes with the same
 * headers, and beside Trifid with --trifid; one processor for the server, one for the load generator. Tells whether
 * usine keeps to its bars: half of the bare server's requests at least, 304s faster than that, first answer in 1 s.
 */
export async function benchServe(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '4' },
      connections: { type: 'string', default: '16' },
      rounds: { type: 'string', default: '3' },
      trifid: { type: 'boolean', default: false },
    },
  })
  prepare()
  const settings: Settings = {
    seconds: Number(values.seconds),
    connections: Number(values.connections),
    rounds: Number(values.rounds),
  }
  const folder = await mkdtemp(join(tmpdir(), 'usine-bench-'))
  const isQuick = await measureStart()
  const usine = await startUsine()
  try {
    await waitForWorkers(usine)
    let isFast = true
    for (const path of files) isFast = (await compare(path, usine, settings, folder)) && isFast
    if (values.trifid) await compareTrifid(usine, settings, folder)
    return isFast && isQuick
  } finally {
    await usine.stop()
    await rm(folder, { recursive: true })
  }
}

const print = (line: string): boolean => process.stdout.write(`${line}\n`)

/** Builds the program and installs the load generator, where they are not there. */
function prepare(): void {
  const npm = (words: readonly string[], cwd: string) => {
    execFileSync('npm', words, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  npm(['run', 'build'], root)
  if (!existsSync(join(import.meta.dirname, 'node_modules/autocannon'))) {
    npm(['ci'], import.meta.dirname)
  }
}

const usineWords = ['serve', root, '--port', '0', '--json', '--no-watch']

const startUsine = (cores?: 'one' | 'all'): Promise<ServerProcess> =>
  startServer([process.execPath, program, ...usineWords], cores)

/** How long it takes from the start of the program to its first answer; the best of some. */
async function measureStart(): Promise<boolean> {
  const times: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now()
    const server = await startUsine('all')
    const response = await fetch(`${server.address}/data/flins.ttl`)
    await response.arrayBuffer()
    times.push(performance.now() - start)
    await server.stop()
  }
  const best = Math.min(...times)
  const all = times.map((time) => time.toFixed(0)).join(', ')
  print(`start to first answer: ${best.toFixed(0)} ms at best (${all}; bar: ${MOST_START_MS} ms)`)
  return best < MOST_START_MS
}

/** The workers that answer queries start after the server; they would take time from what is measured. */
async function waitForWorkers({ address }: ServerProcess): Promise<void> {
  await (await fetch(`${address}/sparql?query=ASK%20%7B%7D`)).text()
  await new Promise((resolve) => setTimeout(resolve, 2000))
}

async function compare(
  path: string,
  usine: ServerProcess,
  settings: Settings,
  folder: string,
): Promise<boolean> {
  const url = usine.address + path
  const { bare, etag, bytes } = await startBare(url, folder)
  const loads = { bare: 0, usine: 0, fresh: 0 }
  try {
    for (let round = 0; round < settings.rounds; round += 1) {
      // In turn, so that whatever else the machine does falls on all of them.
      loads.bare += await rate({ url: bare.address + path, ...settings }, '200')
      loads.usine += await rate({ url, ...settings }, '200')
      loads.fresh += await rate({ url, headers: { 'if-none-match': etag }, ...settings }, '304')
    }
  } finally {
    await bare.stop()
  }
  const mean = (sum: number): number => sum / settings.rounds
  const ratio = loads.usine / loads.bare
  print(`${path} (${bytes} bytes)`)
  print(`  bare node:http  ${perSecond(mean(loads.bare))}`)
  print(
    `  usine           ${perSecond(mean(loads.usine))}  ${ratio.toFixed(2)} of bare (bar: ${LEAST_RATIO})`,
  )
  print(
    `  usine, 304      ${perSecond(mean(loads.fresh))}  ${(loads.fresh / loads.usine).toFixed(2)} of its 200s (bar: 1)`,
  )
  return ratio >= LEAST_RATIO && loads.fresh > loads.usine
}

const perSecond = (rate: number): string =>
  `${Math.round(rate).toLocaleString('en').padStart(8)} requests/s`

/** Measures, and makes sure that what was measured is what was meant. */
async function rate(options: Parameters<typeof measureLoad>[0], status: string): Promise<number> {
  const load: Load = await measureLoad(options)
  const others = Object.keys(load.statuses).filter((other) => other !== status)
  if (others.length > 0) throw new Error(`${options.url} answered ${others.join(', ')}`)
  return load.perSecond
}

/** Headers that every server writes by itself. */
const own = new Set(['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding'])

async function startBare(url: string, folder: string) {
  const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
  const body = Buffer.from(await response.arrayBuffer())
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !own.has(name)))
  const file = join(folder, 'answer.json')
  await writeFile(file, JSON.stringify({ headers, body: body.toString('base64') }))
  const words = [process.execPath, ...loader, join(import.meta.dirname, 'serve-bare.ts'), file]
  const etag = response.headers.get('etag') ?? ''
  return { bare: await startServer(words), etag, bytes: body.length }
}

/** Trifid on the same graph, where it serves the same. */
async function compareTrifid(usine: ServerProcess, settings: Settings, folder: string) {
  const dump = await fetch(`${usine.address}/dump.nt`)
  const file = join(folder, 'flins.nt')
  await writeFile(file, Buffer.from(await dump.arrayBuffer()))
  const trifid = await startTrifid(file)
  try {
    for (const accept of ['application/ld+json', 'text/turtle']) {
      const headers = { accept }
      const theirs = await rate(
        { url: `${trifid.address}/entity/flins`, headers, ...settings },
        '200',
      )
      const ours = await rate({ url: `${usine.address}/data/flins`, headers, ...settings }, '200')
      print(`${accept}, negotiated`)
      print(`  Trifid          ${perSecond(theirs)}`)
      print(`  usine           ${perSecond(ours)}  ${(ours / theirs).toFixed(1)} times`)
    }
  } finally {
    await trifid.stop()
  }
}
