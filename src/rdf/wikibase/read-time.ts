import type { Term } from '@rdfjs/types'
import type { Calendar, TimePrecision, TimeValue } from '../../statements/index.ts'
import { xsd } from '../../vocabulary.ts'
import { dayNumberToJulian, gregorianToDayNumber } from './calendar.ts'
import { precisions, splitTime, toDateTime, twoDigits } from './date-time.ts'
import type { TimeParts } from './date-time.ts'
import { valueHash } from './value-hash.ts'

/** What a time node says besides its date. */
export interface TimeDetails {
  readonly precision: TimePrecision
  readonly calendar: Calendar
  readonly timezone: number
  /** The name of the node: the hash of the time as it was. */
  readonly hash: string
}

/**
 * Finds the time that a node of the view stands for. The date in the node is cleaned: months and days below the
 * precision are 01, Julian days are Gregorian. Which of the times that are written so was meant, the hash tells; where
 * it tells nothing, it is the one that Wikibase would write now.
 */
export function readTime(date: Term, details: TimeDetails): TimeValue {
  const { precision, calendar, timezone } = details
  const toValue = (time: string): TimeValue => ({
    type: 'time',
    time,
    precision,
    calendar,
    ...(timezone !== 0 && { timezone }),
  })
  if (date.termType !== 'Literal' || date.datatype.value !== xsd.dateTime)
    return toValue(date.value)
  let first: TimeValue | undefined
  for (const time of candidates(date.value, details)) {
    const value = toValue(time)
    if (toDateTime(value) !== date.value) continue
    if (valueHash(value) === details.hash) return value
    first ??= value
  }
  return first ?? toValue(date.value)
}

/** Lists the times that may be written as a date, the likeliest first. */
function* candidates(date: string, { precision, calendar }: TimeDetails): Generator<string> {
  const parts = splitTime(date.startsWith('-') ? date : `+${date}`)
  const gregorian = precision >= precisions.year ? unshift(parts) : parts
  const julian = calendar === 'julian' && precision >= precisions.day && toJulian(gregorian)
  for (const origin of julian ? [julian, gregorian] : [gregorian]) {
    yield write(origin, likelyMonth(origin, precision), likelyDay(origin, precision))
    for (let month = 0; month <= 12; month++) {
      for (let day = 0; day <= 31; day++) yield write(origin, month, day)
    }
  }
}

const likelyMonth = ({ month }: TimeParts, precision: number): number =>
  precision <= precisions.year ? 0 : month

const likelyDay = ({ day }: TimeParts, precision: number): number =>
  precision < precisions.day ? 0 : day

/** Undoes the shift of years before the common era: in XSD 1.1, the year 0 is 1 BCE. */
function unshift(parts: TimeParts): TimeParts {
  if (!parts.negative && parts.year !== '') return parts
  return { ...parts, negative: true, year: String(BigInt(parts.year || '0') + 1n) }
}

function toJulian({ negative, year, month, day, clock }: TimeParts): TimeParts {
  const date = dayNumberToJulian(
    gregorianToDayNumber({ year: negative ? -Number(year) : Number(year), month, day }),
  )
  return { ...date, negative: date.year < 0, year: String(Math.abs(date.year)), clock }
}

const write = ({ negative, year, clock }: TimeParts, month: number, day: number): string =>
  `${negative ? '-' : '+'}${year.padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}T${clock}`
