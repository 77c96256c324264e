import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { DataFactory } from 'n3'
import { exportGraph } from '../../export/index.ts'
import { listFormats } from '../../formats.ts'
import type { RdfFormat } from '../../formats.ts'
import { serializeRdf } from '../../rdf/index.ts'
import type { SiteVersion } from '../context.ts'
import { perVersion } from './site-index.ts'

/** The whole graph in one format, as it is sent. */
export interface Dump {
  readonly bytes: Buffer
  readonly sha256: Buffer
}

/** A file that holds the whole graph. */
export interface DumpFile {
  readonly format: RdfFormat
  readonly isCompressed: boolean
}

/** Finds what a file name after `dump.` means: `nq`, `ttl.gz`. */
export function findDump(name: string): DumpFile | undefined {
  const isCompressed = name.endsWith('.gz')
  const extension = isCompressed ? name.slice(0, -'.gz'.length) : name
  const format = listFormats().find(({ extensions }) => extensions[0] === extension)
  return format && { format, isCompressed }
}

const dumpsOf = perVersion(() => new Map<string, Promise<Dump>>())

/** Gets a dump of a version of the site; each is written once and then kept as long as the version. */
export function getDump(version: SiteVersion, file: DumpFile): Promise<Dump> {
  const dumps = dumpsOf(version)
  const key = `${file.format.name} ${String(file.isCompressed)}`
  const known = dumps.get(key)
  if (known) return known
  const started = writeDump(version, file)
  dumps.set(key, started)
  // One that failed is tried again.
  started.catch(() => dumps.delete(key))
  return started
}

const gzipAsync = promisify(gzip)

async function writeDump(version: SiteVersion, { format, isCompressed }: DumpFile): Promise<Dump> {
  if (isCompressed) {
    const { bytes } = await getDump(version, { format, isCompressed: false })
    return describeBytes(await gzipAsync(bytes, { level: 6 }))
  }
  const { store, base, prefixes } = version
  const quads = exportGraph(store, {
    view: 'all',
    keepGraphs: format.quads,
    base,
    factory: DataFactory,
  })
  const chunks: Buffer[] = []
  for await (const chunk of serializeRdf(quads, { format: format.name, prefixes })) {
    chunks.push(Buffer.from(chunk))
  }
  return describeBytes(Buffer.concat(chunks))
}

const describeBytes = (bytes: Buffer): Dump => ({
  bytes,
  sha256: createHash('sha256').update(bytes).digest(),
})
