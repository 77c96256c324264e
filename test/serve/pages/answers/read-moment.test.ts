import { strictEqual } from 'node:assert/strict'
import { inYears, readMoment } from '../../../../src/serve/pages/answers/read-moment.ts'
import { xsd } from '../../../../src/vocabulary.ts'

const moment = (value: string, datatype: string) =>
  readMoment({ type: 'literal', value, datatype }, 'en')

describe('a moment of an answer', () => {
  it('is a year, or a day in words', () => {
    strictEqual(moment('1960', xsd.integer)?.text, '1960')
    strictEqual(moment('1990-01-01T00:00:00Z', xsd.dateTime)?.text, 'January 1, 1990')
    strictEqual(moment('x', xsd.string), undefined)
  })

  it('is written as its year where there is no room for more', () => {
    const start = moment('1990-12-31T00:00:00Z', xsd.dateTime)
    strictEqual(start && inYears(start, 'en').text, '1990')
    const ancient = moment('-0043-03-15T00:00:00Z', xsd.dateTime)
    strictEqual(ancient && inYears(ancient, 'en').text, '44 BCE')
  })
})
