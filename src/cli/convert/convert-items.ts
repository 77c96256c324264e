import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { UsineError } from '../../errors.ts'
import type { RdfFormat } from '../../formats.ts'
import type { View } from '../../export/index.ts'
import { createPlainFactory, serializeRdf, writeNQuadsBatches } from '../../rdf/index.ts'
import type { Problem, SourceItem } from '../../sources/index.ts'
import { createItemToQuads } from './entity-quads.ts'
import type { Setting } from './setting.ts'

/** What statements are written as, and who hears of it. */
export interface ItemConversion {
  readonly to: RdfFormat
  readonly view: View
  readonly pretty: boolean
  /** What messages call the input. */
  readonly file: string
  readonly counts: ConversionCounts
  readonly onProblem: (problem: Problem) => void
}

/** How far a conversion has come. */
export interface ConversionCounts {
  items: number
  quads: number
  errors: number
}

/** Converts what a source reads; each item is written before the next is read. */
export async function* convertItems(
  items: AsyncIterable<SourceItem>,
  conversion: ItemConversion,
  setting: Setting,
): AsyncGenerator<string | Uint8Array> {
  const { to, view, pretty } = conversion
  const isLines = to.name === 'n-quads' || to.name === 'n-triples'
  const keepGraphs = to.quads && view === 'all' && setting.site !== undefined
  const factory = isLines ? createPlainFactory() : DataFactory
  const toQuads = await createItemToQuads(setting, { view, keepGraphs, factory })
  const batches = convertBatches(items, toQuads, conversion)
  if (isLines && !pretty) yield* writeNQuadsBatches(batches)
  else
    yield* serializeRdf(flatten(batches), { format: to.name, prefixes: setting.prefixes, pretty })
}

async function* convertBatches(
  items: AsyncIterable<SourceItem>,
  toQuads: Awaited<ReturnType<typeof createItemToQuads>>,
  { file, counts, onProblem }: ItemConversion,
): AsyncGenerator<readonly Quad[]> {
  for await (const item of items) {
    if (item.kind === 'problem') {
      if (item.problem.severity === 'error') counts.errors += 1
      onProblem(item.problem)
      continue
    }
    const quads = toQuads(item)
    counts.items += 1
    counts.quads += quads.length
    yield quads
  }
  if (counts.items > 0 || counts.errors === 0) return
  throw new UsineError('ERR_DOCUMENT_INVALID', { file, problem: 'nothing in it can be converted' })
}

async function* flatten(batches: AsyncIterable<readonly Quad[]>): AsyncGenerator<Quad> {
  for await (const batch of batches) yield* batch
}
