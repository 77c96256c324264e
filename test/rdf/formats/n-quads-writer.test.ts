import { deepEqual, equal, throws } from 'node:assert/strict'
import type { Quad } from '@rdfjs/types'
import fc from 'fast-check'
import { DataFactory, Parser } from 'n3'
import { createQuadWriter, writeNQuadsBatches } from '../../../src/rdf/formats/n-quads-writer.ts'
import { createPlainFactory } from '../../../src/rdf/wikibase/index.ts'

const { namedNode, literal, blankNode, quad, variable } = DataFactory
const a = namedNode('http://a.example/')

/** Objects, and how the grammar of N-Quads has them. */
const cases: readonly (readonly [Quad['object'], string])[] = [
  [a, '<http://a.example/>'],
  [blankNode('b'), '_:b'],
  [literal(''), '""'],
  [literal('a'), '"a"'],
  [literal('a', 'en'), '"a"@en'],
  [literal('1', namedNode('http://t.example/')), '"1"^^<http://t.example/>'],
  [literal('"\\\n\r\t\b\f'), '"\\"\\\\\\n\\r\\t\\b\\f"'],
  [literal('\u0000\u001f\u007f'), '"\\u0000\\u001F\\u007F"'],
  [literal('é\u{1F3ED}'), '"é\u{1F3ED}"'],
  [namedNode('http://a.example/é'), '<http://a.example/é>'],
]

describe('createQuadWriter', () => {
  for (const [object, text] of cases) {
    it(`writes ${JSON.stringify(object.value)} as ${text}`, () => {
      equal(
        createQuadWriter()(quad(a, a, object)),
        `<http://a.example/> <http://a.example/> ${text} .\n`,
      )
    })
  }

  it('writes the graph unless it is the default graph', () => {
    const write = createQuadWriter()
    const triple = '<http://a.example/> <http://a.example/> <http://a.example/>'
    equal(write(quad(a, a, a, namedNode('http://g.example/'))), `${triple} <http://g.example/> .\n`)
    equal(write(quad(a, a, a)), `${triple} .\n`)
  })

  it('refuses variables', () => {
    throws(() => createQuadWriter()(quad(a, a, variable('v'))), TypeError)
  })

  it('writes what n3 reads as the same literal, from terms of any factory', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(DataFactory, createPlainFactory()),
        (text, factory) => {
          const written = createQuadWriter()(
            factory.quad(
              factory.namedNode('http://a.example/'),
              factory.namedNode('http://a.example/'),
              factory.literal(text),
            ),
          )
          const [read] = new Parser({ format: 'N-Quads' }).parse(written)
          equal(read?.object.value, text)
        },
      ),
    )
  })
})

describe('writeNQuadsBatches', () => {
  const quads = Array.from({ length: 5000 }, (_, index) => quad(a, a, literal(`texte né ${index}`)))
  const long = quad(a, a, literal('é'.repeat(200_000)))
  const expected = quads.map(createQuadWriter()).join('')

  async function* batches(): AsyncGenerator<Quad[]> {
    yield [long]
    for (let start = 0; start < quads.length; start += 999) {
      yield await Promise.resolve(quads.slice(start, start + 999))
    }
  }

  it('writes quads in pieces of bounded size, and what is longer in one', async () => {
    const pieces: Buffer[] = []
    for await (const piece of writeNQuadsBatches(batches())) pieces.push(piece)
    equal(Buffer.concat(pieces).toString(), createQuadWriter()(long) + expected)
    deepEqual(
      pieces.slice(1).filter((piece) => piece.length > 70_000),
      [],
    )
  })
})
