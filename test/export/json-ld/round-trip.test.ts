import { strictEqual } from 'node:assert/strict'
import type { Quad } from '@rdfjs/types'
import fc from 'fast-check'
import { DataFactory } from 'n3'
import { loadContexts, printJsonLd, toJsonLd } from '../../../src/export/index.ts'
import type { ContextTable, View } from '../../../src/export/index.ts'
import { quads, triples } from '../support/arbitraries.ts'
import { base, factoryOntology as ontology } from '../support/ontology.ts'
import { canonicalDouble, parseBack, readBack } from '../support/read-back.ts'
import { assertSameQuads } from '../support/same-quads.ts'

const site = { ontology, base, factory: DataFactory }
const root = `${base}entity/0`

describe('a JSON-LD document', function () {
  this.timeout(120_000)
  let contexts: ContextTable
  before(async () => {
    contexts = await loadContexts(site)
  })

  async function assertReadsBack(some: Quad[], view: View) {
    const document = await toJsonLd(some, { view, root, ...site })
    assertSameQuads(await parseBack(document, contexts), some)
    assertSameQuads(await readBack(document, contexts), some.map(canonicalDouble))
  }

  it('of the schema.org view reads back as the same quads', () =>
    fc.assert(
      fc.asyncProperty(triples, (some) => assertReadsBack(some, 'schema')),
      { numRuns: 100 },
    ))

  it('of both views reads back as the same quads, graph by graph', () =>
    fc.assert(
      fc.asyncProperty(quads, (some) => assertReadsBack(some, 'all')),
      { numRuns: 100 },
    ))

  it('does not depend on the order of the quads', () =>
    fc.assert(
      fc.asyncProperty(
        quads.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
        ),
        async ([some, shuffled]) => {
          const print = async (list: Quad[]) =>
            printJsonLd(await toJsonLd(list, { view: 'all', root, ...site }))
          strictEqual(await print(shuffled), await print(some))
        },
      ),
    ))
})
