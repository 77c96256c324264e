import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { sortInSlices, visitInSlices } from '../../../src/serve/catalogue/slices.ts'

describe('work in slices', () => {
  it('sorts as toSorted does, and stably', async () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.nat()), {
      maxLength: 3000,
      size: 'max',
    })
    await fc.assert(
      fc.asyncProperty(pairs, async (items) => {
        const compare = ([a]: readonly number[], [b]: readonly number[]) => (a ?? 0) - (b ?? 0)
        deepStrictEqual(await sortInSlices(items, compare), [...items].sort(compare))
      }),
      { numRuns: 30 },
    )
  })

  it('visits each item once, in order', async () => {
    const seen: number[] = []
    await visitInSlices(
      [3, 1, 2].map((item) => item * 2),
      (item, index) => seen.push(item, index),
    )
    deepStrictEqual(seen, [6, 0, 2, 1, 4, 2])
  })

  it('lets others have their turn', async () => {
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 1)
    const end = Date.now() + 200
    const busy = function* () {
      while (Date.now() < end) yield 0
    }
    await visitInSlices(busy(), () => undefined)
    clearInterval(timer)
    ok(turns > 3, String(turns))
  })
})
