import { ok, strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import { DataFactory } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { listFormats } from '../../../src/formats.ts'
import type { RdfFormatName } from '../../../src/formats.ts'
import { parseRdf, serializeToString } from '../../../src/rdf/formats/index.ts'
import type { SerializeOptions } from '../../../src/rdf/formats/index.ts'
import { addSitePrefixes } from '../../../src/rdf/prefixes.ts'
import { collect } from '../../support/collect.ts'
import { datasetsOf, literalsOf, quadsOf, texts, xmlTexts } from '../../support/rdf-arbitrary.ts'

const prefixes = addSitePrefixes('https://usine.example/')

const parse = (text: string, format: RdfFormatName) => collect(parseRdf(text, { format }))

const modes: [string, Omit<SerializeOptions, 'format'>][] = [
  ['as it comes', {}],
  ['with prefixes', { prefixes }],
  ['pretty', { prefixes, pretty: true }],
]

for (const { name: format, quads, title } of listFormats()) {
  const objects = literalsOf(format === 'rdfxml' ? xmlTexts : texts)
  const graph = quads ? {} : { graph: fc.constant(DataFactory.defaultGraph()) }
  const datasets = datasetsOf(quadsOf({ objects, ...graph }))
  for (const [mode, options] of modes) {
    it(`reads back the ${title} it writes ${mode}`, async () => {
      await fc.assert(
        fc.asyncProperty(datasets, async (dataset) => {
          const text = await serializeToString(dataset, { format, ...options })
          const back = await parse(text, format)
          ok(isomorphic(dataset, back), text)
          strictEqual(await serializeToString(dataset, { format, ...options }), text)
        }),
      )
    })
  }
}
