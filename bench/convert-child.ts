import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { once } from 'node:events'
import type { Quad } from '@rdfjs/types'
import { DataFactory, Writer } from 'n3'
import { convertItems } from '../src/cli/convert/convert-items.ts'
import { readSetting } from '../src/cli/convert/setting.ts'
import { createSourceContext } from '../src/cli/convert/source-context.ts'
import { Options } from '../src/cli/options.ts'
import { rdfFormats } from '../src/formats.ts'
import { createWikibaseView, readNormalization } from '../src/rdf/wikibase/index.ts'
import { createWikibaseJsonSource } from '../src/sources/wikibase-json/index.ts'
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
    const setting = await readSetting(new Options({}))
    const items = createWikibaseJsonSource().read(
      createReadStream(file),
      createSourceContext(file, setting),
    )
    const counts = { items: 0, quads: 0, errors: 0 }
    const onProblem = (): void => undefined
    const to = rdfFormats['n-triples']
    const conversion = { to, view: 'wikibase', pretty: false, file, counts, onProblem } as const
    start = performance.now()
    await pipeline(
      Readable.from(convertItems(items, conversion, setting)),
      createWriteStream(devNull),
    )
    return { entities: counts.items, quads: counts.quads, problems: counts.errors }
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
  for await (const item of items) {
    if (item.kind !== 'entity') continue
    for (const quad of view.entity(item.entity)) quads.push(quad)
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
