import type { TimeValue } from '../../statements/index.ts'
import { formatTime } from '../pages/values/time.ts'

/**
 * What is known of when something was: some time between two others, in years of the common era with the months as
 * fractions. The year 1953 reaches from 1953 to 1954, 1 BCE from 0 to 1.
 */
export interface Moment {
  readonly earliest: number
  readonly latest: number
  /** As it is written. */
  readonly text: string
}

/** The middle of what is known. */
export const centreOf = ({ earliest, latest }: Moment): number => (earliest + latest) / 2

/** Whether it is known to the year. */
export const isExact = ({ earliest, latest }: Moment): boolean => latest - earliest <= 1

/** Reads a time as far as it is known; undefined where it has no year that can be drawn. */
export function toMoment(value: TimeValue, language: string): Moment | undefined {
  const [, sign, digits = '', month = '', day = ''] =
    /^([+-])(\d+)-(\d\d)-(\d\d)/.exec(value.time) ?? []
  if (sign === undefined || digits.length > 15) return undefined
  const year = Number(digits)
  const [earliest, latest] = stretch(value.precision, {
    year,
    isBce: sign === '-',
    month: Number(month),
    day: Number(day),
  })
  return { earliest, latest, text: formatTime(value, language) }
}

/** A year as a moment; 0 is 1 BCE. */
export const yearToMoment = (year: number, text: string): Moment => ({
  earliest: year,
  latest: year + 1,
  text,
})

interface Parts {
  readonly year: number
  readonly isBce: boolean
  readonly month: number
  readonly day: number
}

function stretch(precision: TimeValue['precision'], parts: Parts): readonly [number, number] {
  const { year, isBce, month, day } = parts
  const start = isBce ? 1 - year : year
  if (precision >= 9) {
    if (precision === 9 || month < 1 || month > 12) return [start, start + 1]
    const ofMonth = start + (month - 1) / 12
    if (precision === 10 || day < 1) return [ofMonth, ofMonth + 1 / 12]
    return [ofMonth + (day - 1) / 372, ofMonth + day / 372]
  }
  const unit = 10 ** (9 - precision)
  // An age is told by about when it was, a century and a millennium by their number.
  if (precision < 6) return [start - unit / 2, start + unit / 2]
  const first =
    precision === 8 ? Math.floor(year / unit) * unit : (Math.ceil(year / unit) - 1) * unit + 1
  const last = first + unit - 1
  return isBce ? [1 - last, 2 - first] : [first, last + 1]
}
