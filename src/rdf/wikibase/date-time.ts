import type { TimeValue } from '../../statements/index.ts'
import { dayNumberToGregorian, daysInMonth, julianToDayNumber } from './calendar.ts'

/** The parts of a Wikibase time; the year is unsigned and without leading zeros, empty for the year 0. */
export interface TimeParts {
  readonly negative: boolean
  readonly year: string
  readonly month: number
  readonly day: number
  /** What follows the `T`. */
  readonly clock: string
}

const YEAR = 9
const MONTH = 10
const DAY = 11

/** The years that PHP converts from the Julian calendar; others are taken as they are. */
const FIRST_JULIAN_YEAR = -4713
const LAST_JULIAN_YEAR = 1465072
/** PHP's Gregorian calendar starts here. */
const FIRST_GREGORIAN_YEAR = -4713

/**
 * Writes a time as `xsd:dateTime` the way Wikibase does, or nothing for the year 0, which it writes as plain text.
 * Month and day below the precision become 01, days are kept within their month, Julian days become Gregorian, and
 * years before the common era move by one, since XSD 1.1 has a year 0.
 *
 * @see https://www.w3.org/TR/xmlschema11-2/#dateTime
 */
export function toDateTime(value: TimeValue): string | undefined {
  const parts = splitTime(value.time)
  if (parts.year === '') return undefined
  if (value.calendar === 'julian' && value.precision >= DAY) {
    return convertJulian(parts) ?? clean(parts, value.precision)
  }
  return clean(parts, value.precision)
}

/** Takes a Wikibase time apart. */
export function splitTime(time: string): TimeParts {
  const monthAt = time.indexOf('-', 1) + 1
  return {
    negative: time.startsWith('-'),
    year: time.slice(1, monthAt - 1).replace(/^0+/, ''),
    month: Number(time.slice(monthAt, monthAt + 2)),
    day: Number(time.slice(monthAt + 3, monthAt + 5)),
    clock: time.slice(monthAt + 6),
  }
}

/** Shifts years before the common era to XSD 1.1, where 1 BCE is the year 0. */
function clean({ negative, year, month, day, clock }: TimeParts, precision: number): string {
  const safeMonth = precision <= YEAR ? 1 : Math.min(Math.max(month, 1), 12)
  const safeDay = precision < DAY ? 1 : Math.max(day, 1)
  const date = {
    negative,
    year,
    month: safeMonth,
    day: safeDay > 28 ? Math.min(safeDay, lastDay(negative, year, safeMonth)) : safeDay,
    clock,
  }
  return negative && precision >= YEAR ? write(shiftYear(date)) : write(date)
}

/** The calendar repeats every 400 years, so years too great for exact arithmetic need not be counted. */
const lastDay = (negative: boolean, year: string, month: number): number =>
  negative
    ? daysInMonth(Math.max(-Number(year), FIRST_GREGORIAN_YEAR), month)
    : daysInMonth(Number(BigInt(year) % 400n) + 400, month)

function shiftYear(parts: TimeParts): TimeParts {
  const year = String(BigInt(parts.year) - 1n)
  return { ...parts, year, negative: year !== '0' }
}

function convertJulian({ negative, year, month, day, clock }: TimeParts): string | undefined {
  const signed = negative ? -Number(year) : Number(year)
  if (signed < FIRST_JULIAN_YEAR || signed > LAST_JULIAN_YEAR) return undefined
  const dayNumber = julianToDayNumber({
    year: signed,
    month: Math.min(Math.max(month, 1), 12),
    day: Math.max(day, 1),
  })
  if (dayNumber <= 0) return undefined
  const date = dayNumberToGregorian(dayNumber)
  const shifted = date.year < 0 ? date.year + 1 : date.year
  return write({ ...date, negative: shifted < 0, year: String(Math.abs(shifted)), clock })
}

function write({ negative, year, month, day, clock }: TimeParts): string {
  return `${negative ? '-' : ''}${year.padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}T${clock}`
}

/** Writes a month or day with two digits. */
export const twoDigits = (part: number): string => (part < 10 ? `0${part}` : String(part))

/** The precision of years, months and days, by which the parts of a time count. */
export const precisions = { year: YEAR, month: MONTH, day: DAY } as const
