import { setImmediate } from 'node:timers/promises'
import type { Quad } from '@rdfjs/types'
import { writeNQuadsBatches } from '../../rdf/index.ts'
import type { GraphSettings } from './messages.ts'

/** The graphs of one version in the form in which workers get them. */
export interface PackedGraphs {
  /** Grows with every version. */
  readonly version: number
  readonly settings: GraphSettings
  /** N-Quads in UTF-8; no line and no character is cut. */
  readonly chunks: readonly Uint8Array[]
}

/** How many quads are written before others get their turn. */
const BATCH = 2000

/** Packs graphs for workers, without holding up what else the server does. */
export async function packGraphs(
  quads: Iterable<Quad>,
  settings: GraphSettings,
): Promise<PackedGraphs> {
  const chunks: Uint8Array[] = []
  for await (const bytes of writeNQuadsBatches(inBatches(quads))) chunks.push(bytes)
  return { version: nextVersion(), settings, chunks }
}

let lastVersion = 0

/** Numbers a new version. */
export function nextVersion(): number {
  lastVersion += 1
  return lastVersion
}

async function* inBatches(quads: Iterable<Quad>): AsyncGenerator<readonly Quad[]> {
  let batch: Quad[] = []
  for (const quad of quads) {
    batch.push(quad)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
    await setImmediate()
  }
  yield batch
}
