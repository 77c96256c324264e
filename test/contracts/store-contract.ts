import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import type { Quad } from '@rdfjs/types'
import fc from 'fast-check'
import { DataFactory } from 'n3'
import type { GraphStore } from '../../src/store/index.ts'
import { datasets } from '../support/rdf-arbitrary.ts'

const { blankNode, defaultGraph, literal, namedNode, quad } = DataFactory

const example = (name: string) => namedNode(`http://example.org/${name}`)
const a = example('a')
const b = example('b')
const p = example('p')
const g = example('g')
const h = example('h')

const some: readonly Quad[] = [
  quad(a, p, literal('one'), g),
  quad(a, p, literal('one'), h),
  quad(a, p, literal('one', 'en'), g),
  quad(b, p, literal('1', example('number'))),
  quad(blankNode('x'), p, a, blankNode('y')),
]

/** States what every store of quads keeps to. */
export function describeStore(name: string, create: () => GraphStore): void {
  describe(`${name}, as a store`, () => {
    const fill = () => some.reduce((store, quad) => store.add(quad), create())

    it('is empty at first', () => {
      strictEqual(create().size, 0)
      deepStrictEqual(create().listGraphs(), [])
    })

    it('keeps each quad once', () => {
      const store = fill()
      for (const quad of some) store.add(quad)
      strictEqual(store.size, some.length)
    })

    it('keeps a triple once per graph', () => {
      const store = fill()
      strictEqual(store.countQuads(a, p, literal('one')), 2)
      ok(store.has(quad(a, p, literal('one'), h)))
      ok(!store.has(quad(a, p, literal('one'))))
    })

    it('tells languages and datatypes of literals apart', () => {
      const store = fill()
      strictEqual(store.countQuads(null, null, literal('one', 'en')), 1)
      strictEqual(store.countQuads(null, null, literal('1')), 0)
    })

    it('matches the default graph alone when it is asked for', () => {
      const quads = [...fill().match(null, null, null, defaultGraph())]
      deepStrictEqual(
        quads.map(({ subject }) => subject.value),
        [b.value],
      )
    })

    it('matches all graphs when none is named', () => {
      strictEqual([...fill().match()].length, some.length)
    })

    it('matches a graph named by a blank node', () => {
      strictEqual([...fill().match(null, null, null, blankNode('y'))].length, 1)
    })

    it('streams what it matches', async () => {
      const quads: Quad[] = []
      const stream = fill().match(a)
      await new Promise<void>((resolve, reject) => {
        stream.on('data', (quad: Quad) => quads.push(quad))
        stream.on('end', resolve)
        stream.on('error', reject)
      })
      strictEqual(quads.length, 3)
    })

    it('matches nothing for a literal in the place of a subject', () => {
      strictEqual([...fill().match(literal('one'))].length, 0)
    })

    it('imports an async iterable', async () => {
      const store = create()
      await store.import(generate())
      strictEqual(store.size, some.length)
    })

    it('lists its graphs, the default graph first', () => {
      const names = fill()
        .listGraphs()
        .map(({ termType, value }) => `${termType} ${value}`)
      const [first, blank, ...rest] = names
      strictEqual(first, 'DefaultGraph ')
      ok(blank?.startsWith('BlankNode'))
      deepStrictEqual(rest, [`NamedNode ${g.value}`, `NamedNode ${h.value}`])
    })

    it('gives back any quads it was given', () => {
      fc.assert(
        fc.property(datasets, (quads) => {
          const store = create()
          for (const quad of quads) store.add(quad)
          ok(quads.every((quad) => store.has(quad)))
          ok([...store].every((quad) => quads.some((other) => other.equals(quad))))
          strictEqual([...store].length, store.size)
        }),
        { numRuns: 50 },
      )
    })
  })
}

async function* generate(): AsyncGenerator<Quad> {
  for (const quad of some) yield await Promise.resolve(quad)
}
