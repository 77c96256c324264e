import { strictEqual } from 'node:assert/strict'
import { timeText } from '../../../src/rdf/schema/value-text.ts'
import type { TimeValue } from '../../../src/statements/index.ts'

const cases: readonly (readonly [
  time: string,
  precision: TimeValue['precision'],
  calendar: TimeValue['calendar'],
  text: string,
])[] = [
  ['+2009-11-05T00:00:00Z', 11, 'gregorian', '2009-11-05'],
  ['+2009-11-00T00:00:00Z', 10, 'gregorian', '2009-11'],
  ['+1952-00-00T00:00:00Z', 9, 'gregorian', '1952'],
  ['+1950-00-00T00:00:00Z', 8, 'gregorian', '195X'],
  ['+1801-00-00T00:00:00Z', 7, 'gregorian', '18XX'],
  ['+1900-00-00T00:00:00Z', 7, 'gregorian', '18XX'],
  ['+1901-00-00T00:00:00Z', 7, 'gregorian', '19XX'],
  ['+0050-00-00T00:00:00Z', 7, 'gregorian', '00XX'],
  ['+2000-00-00T00:00:00Z', 6, 'gregorian', '1XXX'],
  ['-0301-00-00T00:00:00Z', 7, 'gregorian', '-03XX'],
  ['+1582-10-04T00:00:00Z', 11, 'julian', '1582-10-04 (Julian)'],
  ['+1500-00-00T00:00:00Z', 7, 'julian', '14XX (Julian)'],
  ['-13798000000-00-00T00:00:00Z', 3, 'gregorian', '-13798000000-00-00T00:00:00Z'],
]

describe('the text of a time', () => {
  for (const [time, precision, calendar, text] of cases) {
    it(`is ${text} for ${time} with precision ${precision}, ${calendar}`, () => {
      strictEqual(timeText({ type: 'time', time, precision, calendar }), text)
    })
  }
})
