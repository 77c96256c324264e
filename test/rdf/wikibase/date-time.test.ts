import { equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import {
  dayNumberToGregorian,
  dayNumberToJulian,
  gregorianToDayNumber,
  julianToDayNumber,
} from '../../../src/rdf/wikibase/calendar.ts'
import { toDateTime } from '../../../src/rdf/wikibase/date-time.ts'
import type { Calendar, TimePrecision } from '../../../src/statements/index.ts'
import { time as timeArbitrary } from '../../support/statements-arbitrary.ts'

/** Times, and what Wikibase writes for them. */
const cases: readonly (readonly [string, TimePrecision, Calendar, string | undefined])[] = [
  ['+1952-00-00T00:00:00Z', 9, 'gregorian', '1952-01-01T00:00:00Z'],
  ['+1952-07-00T00:00:00Z', 10, 'gregorian', '1952-07-01T00:00:00Z'],
  ['+1952-07-29T00:00:00Z', 9, 'gregorian', '1952-01-01T00:00:00Z'],
  ['+1952-07-29T00:00:00Z', 10, 'gregorian', '1952-07-01T00:00:00Z'],
  ['+2009-11-05T00:00:00Z', 11, 'gregorian', '2009-11-05T00:00:00Z'],
  ['+2009-11-05T13:45:00Z', 13, 'gregorian', '2009-11-05T13:45:00Z'],
  ['+2001-02-31T00:00:00Z', 11, 'gregorian', '2001-02-28T00:00:00Z'],
  ['+2000-02-31T00:00:00Z', 11, 'gregorian', '2000-02-29T00:00:00Z'],
  ['+2001-04-31T00:00:00Z', 11, 'gregorian', '2001-04-30T00:00:00Z'],
  ['-0044-03-15T00:00:00Z', 11, 'gregorian', '-0043-03-15T00:00:00Z'],
  ['-0001-00-00T00:00:00Z', 9, 'gregorian', '0000-01-01T00:00:00Z'],
  ['-0500-00-00T00:00:00Z', 7, 'gregorian', '-0500-01-01T00:00:00Z'],
  ['-13798000000-00-00T00:00:00Z', 3, 'gregorian', '-13798000000-01-01T00:00:00Z'],
  ['+0000-00-00T00:00:00Z', 9, 'gregorian', undefined],
  ['+1582-10-04T00:00:00Z', 11, 'julian', '1582-10-14T00:00:00Z'],
  ['+0337-05-22T00:00:00Z', 11, 'julian', '0337-05-23T00:00:00Z'],
  ['+1582-10-00T00:00:00Z', 10, 'julian', '1582-10-01T00:00:00Z'],
  ['-0044-03-15T00:00:00Z', 11, 'julian', '-0043-03-13T00:00:00Z'],
  ['+2000000-01-01T00:00:00Z', 11, 'julian', '2000000-01-01T00:00:00Z'],
  ['+9999999999999999-12-31T00:00:00Z', 11, 'gregorian', '9999999999999999-12-31T00:00:00Z'],
  ['+9999999999999996-02-31T00:00:00Z', 11, 'gregorian', '9999999999999996-02-29T00:00:00Z'],
]

describe('toDateTime', () => {
  for (const [time, precision, calendar, expected] of cases) {
    it(`writes ${time}/${precision} (${calendar}) as ${expected ?? 'plain text'}`, () => {
      equal(toDateTime({ type: 'time', time, precision, calendar }), expected)
    })
  }

  it('writes what XML Schema 1.1 accepts', () => {
    fc.assert(
      fc.property(timeArbitrary, (value) => {
        const written = toDateTime(value)
        ok(
          written === undefined ||
            /^-?(?:[1-9]\d{3,}|0\d{3})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T\d\d:\d\d:\d\dZ$/.test(
              written,
            ),
          written,
        )
      }),
    )
  })
})

describe('The calendars', () => {
  it('count the same days that they name', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000_000 }), (day) => {
        equal(gregorianToDayNumber(dayNumberToGregorian(day)), day)
        equal(julianToDayNumber(dayNumberToJulian(day)), day)
      }),
    )
  })

  it('agree with Julian day 2299161, the first Gregorian day', () => {
    equal(gregorianToDayNumber({ year: 1582, month: 10, day: 15 }), 2_299_161)
    equal(julianToDayNumber({ year: 1582, month: 10, day: 5 }), 2_299_161)
  })
})
