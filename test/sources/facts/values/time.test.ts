import { deepStrictEqual, match, ok } from 'node:assert/strict'
import fc from 'fast-check'
import type { TimePrecision, TimeValue } from '../../../../src/statements/index.ts'
import { parseTime, timeToText } from '../../../../src/sources/facts/index.ts'

const read: [string, string, TimePrecision, 'julian'?][] = [
  ['1952', '+1952-00-00', 9],
  ['2009-11', '+2009-11-00', 10],
  ['2009-11-05', '+2009-11-05', 11],
  ['2000-02-29', '+2000-02-29', 11],
  ['1950s', '+1950-00-00', 8],
  ['19th century', '+1801-00-00', 7],
  ['1st century BCE', '-0100-00-00', 7],
  ['2nd millennium', '+1001-00-00', 6],
  ['1582-10-04 Julian', '+1582-10-04', 11, 'julian'],
  ['1500-02-29 Julian', '+1500-02-29', 11, 'julian'],
  ['1952 Gregorian', '+1952-00-00', 9],
  ['-0044', '-0044-00-00', 9],
  ['-0001-02-29', '-0001-02-29', 11],
  ['12026', '+12026-00-00', 9],
  ['-13798000000-00-00T00:00:00Z/3', '-13798000000-00-00', 3],
]

const refused: [string, RegExp][] = [
  ['2009-02-31', /month 2 of that year has days 1 to 28/],
  ['1900-02-29', /days 1 to 28/],
  ['2009-13', /there is no month 13/],
  ['2009-00-05', /there is no month 0/],
  ['2009-11-00', /days 1 to 30/],
  ['0000', /there is no year 0/],
  ['-0000-01-01', /there is no year 0/],
  ['1955s', /a decade starts with a year that ends in 0, not 1955s/],
  ['21th century', /write 21st/],
  ['11st century', /write 11th/],
  ['952', /expected a time such as 1952/],
  ['2009-1', /expected a time/],
  ['05/11/2009', /expected a time/],
  ['5 November 2009', /expected a time/],
  ['2009-11-05T10:00:00Z', /expected a time/],
  ['', /expected a time/],
]

const years = fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 2 ** 40 }))
const two = (number: number) => String(number).padStart(2, '0')
const times = fc
  .record({
    sign: fc.constantFrom('+', '-'),
    year: years,
    month: fc.integer({ min: 0, max: 12 }),
    day: fc.integer({ min: 0, max: 31 }),
    precision: fc.integer({ min: 0, max: 14 }),
    calendar: fc.constantFrom('gregorian' as const, 'julian' as const),
  })
  .map(({ sign, year, month, day, precision, calendar }): TimeValue => ({
    type: 'time',
    time: `${sign}${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T00:00:00Z`,
    precision: precision as TimePrecision,
    calendar,
  }))

describe('parseTime', () => {
  for (const [text, date, precision, calendar = 'gregorian'] of read) {
    it(`reads "${text}" and writes it again`, () => {
      const value: TimeValue = { type: 'time', time: `${date}T00:00:00Z`, precision, calendar }
      deepStrictEqual(parseTime(text), { ok: true, value })
      deepStrictEqual(timeToText(value), text.replace(' Gregorian', ''))
    })
  }

  for (const [text, message] of refused) {
    it(`refuses "${text}"`, () => {
      const result = parseTime(text)
      ok(!result.ok)
      match(result.problem, message)
    })
  }

  it('reads what timeToText writes', () => {
    fc.assert(
      fc.property(times, (value) => {
        deepStrictEqual(parseTime(timeToText(value)), { ok: true, value })
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseTime(text)
      }),
    )
  })
})
