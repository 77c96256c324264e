import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { parseRange } from '../../../src/serve/respond/byte-range.ts'

const cases: [string | undefined, ReturnType<typeof parseRange>][] = [
  [undefined, undefined],
  ['bytes=0-9', { start: 0, end: 9 }],
  ['bytes=90-', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-1000', { start: 0, end: 99 }],
  ['bytes=50-1000', { start: 50, end: 99 }],
  ['bytes=99-99', { start: 99, end: 99 }],
  ['bytes=100-', 'unfit'],
  ['bytes=-0', 'unfit'],
  ['bytes=9-1', undefined],
  ['bytes=-', undefined],
  ['bytes=0-1,3-4', undefined],
  ['items=0-9', undefined],
  ['bytes=a-b', undefined],
  ['Bytes=0-0', { start: 0, end: 0 }],
]

describe('parseRange', () => {
  for (const [header, expected] of cases) {
    it(`reads ${header ?? 'no header'} of 100 bytes`, () => {
      deepStrictEqual(parseRange(header, 100), expected)
    })
  }

  it('stays within what there is', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^bytes=\d{0,20}-\d{0,20}$/),
        fc.nat(1000),
        (header, length) => {
          const range = parseRange(header, length)
          if (typeof range !== 'object') return
          ok(range.start >= 0 && range.start <= range.end && range.end < length)
        },
      ),
    )
  })
})
