import { ok, strictEqual } from 'node:assert/strict'
import { Readable } from 'node:stream'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { listFormats } from '../../../src/formats.ts'
import { parseRdf, serializeRdf, serializeToString } from '../../../src/rdf/formats/index.ts'

const { literal, namedNode, quad } = DataFactory

const node = (index: number) => namedNode(`http://example.org/${index}-x`)

function* generate(count: number, onTake: () => void = () => undefined): Generator<Quad> {
  for (let index = 0; index < count; index += 1) {
    onTake()
    yield quad(
      node(index % 1000),
      namedNode('http://example.org/p'),
      literal(`text ${index}`),
      node(1),
    )
  }
}

for (const { name: format, title } of listFormats()) {
  describe(`${title}, streamed`, () => {
    it('takes quads only as fast as the text is taken', async () => {
      let taken = 0
      const text = serializeRdf(
        generate(1_000_000, () => (taken += 1)),
        { format },
      )
      await text.next()
      ok(taken < 1000, `${taken} quads taken for the first chunk`)
      await text.return(undefined)
    })

    it('takes text only as fast as the quads are taken', async () => {
      const whole = await serializeToString(generate(20_000), { format })
      let taken = 0
      function* slice() {
        for (let at = 0; at < whole.length; at += 1000) {
          taken += 1000
          yield Buffer.from(whole.slice(at, at + 1000))
        }
      }
      const quads = parseRdf(Readable.from(slice()), { format, streamingProfile: true })
      await quads.next()
      ok(
        taken < whole.length / 4,
        `${taken} of ${whole.length} characters taken for the first quad`,
      )
      await quads.return(undefined)
    })

    it('reads back each quad of many', async () => {
      let count = 0
      const chunks = serializeRdf(generate(5000), { format })
      for await (const { object } of parseRdf(chunks, { format, streamingProfile: true })) {
        strictEqual(object.value, `text ${count}`)
        count += 1
      }
      strictEqual(count, 5000)
    })
  })
}
