import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { once } from 'node:events'
import type { Quad } from '@rdfjs/types'
import { DataFactory, Writer } from 'n3'
import { writeNQuadsBatches } from '../src/rdf/formats/n-quads-writer.ts'
import {
  createPlainFactory,
  createWikibaseView,
  readNormalization,
} from '../src/rdf/wikibase/index.ts'
import { createWikibaseJsonSource, viewBatches } from '../src/sources/wikibase-json/index.ts'
import type { SourceContext } from '../src/sources/source.ts'
import type { Measurement } from './convert.ts'
import { readEntities } from './make-dump.ts'

const context: SourceContext = {
  base: 'https://bench.example/',
  file: 'dump.json',
  ontology: emptyOntology(),
}

const normalization = readNormalization(
  readFileSync(join(import.meta.dirname, '..', 'ontology', 'normalization.ttl'), 'utf8'),
)

/** How many quads the peer gets before its output is waited for. */
const CHUNK = 5000

const measurements: Readonly<
  Record<string, (args: readonly string[]) => Promise<Omit<Measurement, 'peakMemory' | 'seconds'>>>
> = {
  convert: async ([file = '']) => {
    const view = createWikibaseView({ factory: createPlainFactory(), normalization })
    const counts = { entities: 0, quads: 0, problems: 0 }
    const items = createWikibaseJsonSource().read(createReadStream(file), context)
    const onProblem = (): void => undefined
    start = performance.now()
    await pipeline(
      Readable.from(writeNQuadsBatches(viewBatches(items, { view, counts, onProblem }))),
      createWriteStream(devNull),
    )
    return counts
  },
  n3: async ([format = '', wanted = '0']) => {
    const quads = await makeQuads()
    const sink = createWriteStream(devNull)
    const writer = new Writer(sink, { format, prefixes: { wd: 'http://www.wikidata.org/entity/' } })
    start = performance.now()
    let written = 0
    while (written < Number(wanted)) {
      const chunk = quads.slice(written % quads.length, (written % quads.length) + CHUNK)
      for (const quad of chunk) writer.addQuad(quad)
      written += chunk.length
      if (sink.writableNeedDrain) await once(sink, 'drain')
    }
    await new Promise<void>((resolve) => {
      writer.end(() => {
        resolve()
      })
    })
    return { quads: written }
  },
}

let start = performance.now()

/** Makes the quads of one repetition of the dump, with n3's own terms. */
async function makeQuads(): Promise<Quad[]> {
  const view = createWikibaseView({ factory: DataFactory, normalization })
  const lines = (await readEntities()).join('\n')
  const items = createWikibaseJsonSource().read(Readable.from([Buffer.from(lines)]), context)
  const quads: Quad[] = []
  for await (const batch of viewBatches(items, { view, onProblem: () => undefined })) {
    for (const quad of batch) quads.push(quad)
  }
  return quads
}

function emptyOntology(): SourceContext['ontology'] {
  const none = (): undefined => undefined
  return {
    properties: new Map(),
    classes: new Map(),
    units: new Map(),
    concepts: new Map(),
    findProperty: none,
    findClass: none,
    findUnit: none,
    findUnitBySymbol: none,
  }
}

const [name = '', ...args] = process.argv.slice(2)
const result = await measurements[name]?.(args)
const seconds = (performance.now() - start) / 1000
const peakMemory = process.resourceUsage().maxRSS / 1024
process.send?.({ ...result, seconds, peakMemory })
process.disconnect()
