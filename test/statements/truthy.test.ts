import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import type { Rank } from '../../src/statements/index.ts'
import { truthy } from '../../src/statements/index.ts'

const ranked = (...ranks: Rank[]) => ranks.map((rank, index) => ({ rank, index }))
const ranks = fc.array(
  fc.record({ rank: fc.constantFrom<Rank>('preferred', 'normal', 'deprecated') }),
)

describe('truthy', () => {
  const cases: [string, Rank[], number[]][] = [
    [
      'keeps preferred statements alone',
      ['normal', 'preferred', 'deprecated', 'preferred'],
      [1, 3],
    ],
    [
      'keeps all normal statements where none is preferred',
      ['normal', 'deprecated', 'normal'],
      [0, 2],
    ],
    ['keeps nothing of deprecated statements alone', ['deprecated', 'deprecated'], []],
  ]
  for (const [name, given, expected] of cases) {
    it(name, () => {
      deepStrictEqual(
        truthy(ranked(...given)).map(({ index }) => index),
        expected,
      )
    })
  }

  it('never keeps a deprecated statement', () => {
    fc.assert(
      fc.property(ranks, (all) => {
        strictEqual(
          truthy(all).some(({ rank }) => rank === 'deprecated'),
          false,
        )
      }),
    )
  })

  it('keeps statements of one rank only, and some where any is not deprecated', () => {
    fc.assert(
      fc.property(ranks, (all) => {
        const kept = truthy(all)
        strictEqual(new Set(kept.map(({ rank }) => rank)).size <= 1, true)
        strictEqual(
          kept.length > 0,
          all.some(({ rank }) => rank !== 'deprecated'),
        )
      }),
    )
  })
})
