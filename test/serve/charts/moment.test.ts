import { deepStrictEqual } from 'node:assert/strict'
import { toMoment } from '../../../src/serve/charts/index.ts'
import type { TimePrecision } from '../../../src/statements/index.ts'

/** The time, its precision, and from when to when it may have been; 1 BCE is the year 0. */
const cases: readonly (readonly [string, TimePrecision, number, number])[] = [
  ['+1953-00-00T00:00:00Z', 9, 1953, 1954],
  ['+1952-00-00T00:00:00Z', 8, 1950, 1960],
  ['+1900-00-00T00:00:00Z', 7, 1801, 1901],
  ['+1801-00-00T00:00:00Z', 7, 1801, 1901],
  ['+2000-00-00T00:00:00Z', 6, 1001, 2001],
  ['+2009-07-00T00:00:00Z', 10, 2009.5, 2009.5 + 1 / 12],
  ['-0001-00-00T00:00:00Z', 9, 0, 1],
  ['-0044-00-00T00:00:00Z', 9, -43, -42],
  ['-0050-00-00T00:00:00Z', 8, -58, -48],
  ['-0100-00-00T00:00:00Z', 7, -99, 1],
]

describe('moment', () => {
  for (const [time, precision, earliest, latest] of cases) {
    it(`reads ${time} with precision ${precision} as ${earliest} to ${latest}`, () => {
      const moment = toMoment({ type: 'time', time, precision, calendar: 'gregorian' }, 'en')
      deepStrictEqual([moment?.earliest, moment?.latest], [earliest, latest])
    })
  }

  it('reads nothing from what is no time', () => {
    const time = { type: 'time', precision: 9, calendar: 'gregorian' } as const
    for (const wrong of ['', '1953', `+${'9'.repeat(16)}-00-00T00:00:00Z`]) {
      deepStrictEqual(toMoment({ ...time, time: wrong }, 'en'), undefined)
    }
  })
})
