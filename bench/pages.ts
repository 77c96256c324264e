import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { measureLoad } from './load.ts'
import { startServer } from './processes.ts'
import type { ServerProcess } from './processes.ts'
import { renderNewPages } from './render-pages.ts'

const root = join(import.meta.dirname, '..')
const path = '/page/flins'

const LEAST_RATIO = 0.5
const MOST_BYTES = 60_000
const MOST_RENDER_MS = 5

/**
 * Measures pages: requests per second beside a bare node:http server that sends the same bytes, one processor for the
 * server and one for the load generator; the compressed size of a page with its style; and how long a page takes that
 * was never asked for, in a site of a million triples. Tells whether all keep to their bars.
 */
export async function benchPages(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '4' },
      connections: { type: 'string', default: '16' },
      rounds: { type: 'string', default: '3' },
      triples: { type: 'string', default: '1000000' },
    },
  })
  const isQuick = await measureRender(Number(values.triples))
  prepare()
  const folder = await mkdtemp(join(tmpdir(), 'usine-bench-'))
  const words = ['serve', root, '--port', '0', '--json', '--no-watch']
  const usine = await startServer([process.execPath, join(root, 'dist/cli/main.js'), ...words])
  try {
    const page = await fetchPage(usine)
    const isSmall = measureSize(page.body)
    const load = {
      seconds: Number(values.seconds),
      connections: Number(values.connections),
      rounds: Number(values.rounds),
    }
    return (await compare(usine, page, { ...load, folder })) && isSmall && isQuick
  } finally {
    await usine.stop()
    await rm(folder, { recursive: true })
  }
}

const print = (line: string): boolean => process.stdout.write(`${line}\n`)

async function measureRender(triples: number): Promise<boolean> {
  const { size, times } = await renderNewPages(triples)
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0
  print(`a page never asked for, of ${size.toLocaleString('en')} triples (${times.length} pages)`)
  print(`  median ${at(0.5).toFixed(2)} ms (bar: ${MOST_RENDER_MS} ms)`)
  print(`  95 %   ${at(0.95).toFixed(2)} ms, slowest ${at(0.999).toFixed(2)} ms`)
  return at(0.5) < MOST_RENDER_MS
}

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

interface FetchedPage {
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** Headers that every server writes by itself. */
const own = new Set(['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding'])

async function fetchPage({ address }: ServerProcess): Promise<FetchedPage> {
  // What answers queries starts after the server, and would take time from what is measured.
  await (await fetch(`${address}/sparql?query=ASK%7B%7D`)).text()
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const response = await fetch(address + path, { headers: { 'accept-encoding': 'identity' } })
  return {
    body: Buffer.from(await response.arrayBuffer()),
    headers: Object.fromEntries([...response.headers].filter(([name]) => !own.has(name))),
  }
}

function measureSize(body: Buffer): boolean {
  const packed = gzipSync(body).length
  print(`${path}: ${body.length} bytes, ${packed} with gzip, style included (bar: ${MOST_BYTES})`)
  return packed < MOST_BYTES
}

interface Load {
  readonly seconds: number
  readonly connections: number
  readonly rounds: number
  readonly folder: string
}

async function compare(
  usine: ServerProcess,
  { body, headers }: FetchedPage,
  { rounds, folder, ...load }: Load,
): Promise<boolean> {
  const file = join(folder, 'answer.json')
  await writeFile(file, JSON.stringify({ headers, body: body.toString('base64') }))
  const loader = ['--import', 'ts-blank-space/register']
  const script = join(import.meta.dirname, 'serve-bare.ts')
  const bare = await startServer([process.execPath, ...loader, script, file])
  const rates = { bare: 0, usine: 0 }
  try {
    for (let round = 0; round < rounds; round += 1) {
      // In turn, so that whatever else the machine does falls on both.
      rates.bare += await rateOf({ url: bare.address + path, ...load })
      rates.usine += await rateOf({ url: usine.address + path, ...load })
    }
  } finally {
    await bare.stop()
  }
  const ratio = rates.usine / rates.bare
  print(`  bare node:http  ${perSecond(rates.bare / rounds)}`)
  print(
    `  usine           ${perSecond(rates.usine / rounds)}  ${ratio.toFixed(2)} of bare (bar: ${LEAST_RATIO})`,
  )
  return ratio >= LEAST_RATIO
}

const perSecond = (rate: number): string =>
  `${Math.round(rate).toLocaleString('en').padStart(8)} requests/s`

async function rateOf(options: Parameters<typeof measureLoad>[0]): Promise<number> {
  const { statuses, perSecond: rate } = await measureLoad(options)
  const others = Object.keys(statuses).filter((status) => status !== '200')
  if (others.length > 0) throw new Error(`${options.url} answered ${others.join(', ')}`)
  return rate
}
