import { yearToMoment } from '../../charts/index.ts'
import type { Moment } from '../../charts/index.ts'
import { messagesIn } from '../messages/index.ts'
import type { JsonTerm } from './json-answer.ts'
import { writeTime } from './render-term.ts'
import { isTime, textOf, yearOf } from './term-kinds.ts'

/** Reads a term as a moment: a year, or a date to the month or day; undefined where it is neither. */
export function readMoment(term: JsonTerm | undefined, language: string): Moment | undefined {
  if (!term) return undefined
  if (!isTime(term)) {
    const year = yearOf(term)
    return year === undefined ? undefined : yearToMoment(year, writeYear(year, language))
  }
  const [, yearText = '', month, day] =
    /^(-?\d{4,15})(?:-(\d\d))?(?:-(\d\d))?/.exec(textOf(term)) ?? []
  if (yearText === '') return undefined
  const year = Number(yearText)
  const text = writeTime(term, language)
  if (month === undefined) return yearToMoment(year, text)
  const ofMonth = year + (Number(month) - 1) / 12
  if (day === undefined) return { earliest: ofMonth, latest: ofMonth + 1 / 12, text }
  const ofDay = ofMonth + (Number(day) - 1) / 372
  return { earliest: ofDay, latest: ofDay + 1 / 372, text }
}

/** A moment by its year alone, which is all that a timeline of many years has room for. */
export const inYears = (moment: Moment, language: string): Moment => ({
  ...moment,
  text: writeYear(Math.floor(moment.earliest), language),
})

/** YEAR() counts as XSD does: 0 is 1 BCE. */
const writeYear = (year: number, language: string): string =>
  year > 0 ? String(year) : messagesIn(language).bce(String(1 - year))
