import type { Calendar, TimePrecision, TimeValue } from '../../../statements/index.ts'
import { parsed, quote, unparsed } from '../../parsed.ts'
import type { Parsed } from '../../parsed.ts'
import { daysInMonth } from './calendar.ts'

const expected =
  'expected a time such as 1952, 2009-11, 2009-11-05, 1950s, 19th century, -0044 (BCE) or 1582-10-04 Julian'

interface Fields {
  readonly year: bigint
  readonly month?: number
  readonly day?: number
  readonly precision: TimePrecision
}

type Match = readonly (string | undefined)[]

/** One row for each way to write a time. */
const forms: readonly [RegExp, (match: Match) => Fields | string][] = [
  [/^(-?\d{4,16})$/, ([, year]) => ({ year: BigInt(year ?? 0), precision: 9 })],
  [/^(-?\d{4,16})-(\d\d)$/, ([, year, month]) => ({ ...monthOf(year, month), precision: 10 })],
  [
    /^(-?\d{4,16})-(\d\d)-(\d\d)$/,
    ([, year, month, day]) => ({ ...monthOf(year, month), day: Number(day), precision: 11 }),
  ],
  [/^(-?\d{3,15}0)s$/, ([, year]) => ({ year: BigInt(year ?? 0), precision: 8 })],
  [/^(\d+s)$/, ([, decade]) => `a decade starts with a year that ends in 0, not ${decade ?? ''}`],
  [/^(\d{1,2})(st|nd|rd|th) century( BCE)?$/, (match) => ordinal(match, 100n, 7)],
  [/^(\d{1,2})(st|nd|rd|th) millennium( BCE)?$/, (match) => ordinal(match, 1000n, 6)],
]

const monthOf = (year = '0', month?: string) => ({ year: BigInt(year), month: Number(month) })

/** Takes the first year of a century or millennium, as Wikibase does for the years of our era. */
function ordinal([, number = '0', suffix, bce]: Match, length: bigint, precision: TimePrecision) {
  const right = ordinalSuffix(Number(number))
  if (number.startsWith('0')) return 'centuries and millennia are counted from 1st'
  if (suffix !== right) return `write ${number}${right}`
  const last = BigInt(number) * length
  return { year: bce ? -last : last - length + 1n, precision }
}

function ordinalSuffix(number: number): string {
  if (number > 10 && number < 14) return 'th'
  return { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10] ?? 'th'
}

/**
 * Reads a time, as exact as it is written: `1952` is a year, `2009-11` a month, `1950s` a decade.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/DataModel#Dates_and_times
 */
export function parseTime(text: string): Parsed<TimeValue> {
  const [, date = '', name] =
    /^(.*?)(?: (Julian|Gregorian))?$/s.exec(text.slice(0, 80).trim()) ?? []
  const calendar: Calendar = name === 'Julian' ? 'julian' : 'gregorian'
  const written = writtenOut(date)
  if (written !== undefined) return parsed({ ...written, calendar })
  for (const [pattern, read] of forms) {
    const match = pattern.exec(date)
    if (!match) continue
    const fields = read(match)
    const problem = typeof fields === 'string' ? fields : checkFields(fields, calendar)
    if (problem !== undefined) return unparsed(`${quote(text)} is not a time: ${problem}`)
    if (typeof fields !== 'string') return parsed({ ...toValue(fields), calendar })
  }
  return unparsed(`${quote(text)} is not a time: ${expected}`)
}

function checkFields({ year, month, day }: Fields, calendar: Calendar): string | undefined {
  if (year === 0n) return 'there is no year 0; 1 BCE is -0001'
  if (month === undefined) return undefined
  if (month < 1 || month > 12) return `there is no month ${month}`
  if (day === undefined) return undefined
  const last = daysInMonth(year, month, calendar)
  return day < 1 || day > last ? `month ${month} of that year has days 1 to ${last}` : undefined
}

function toValue({ year, month = 0, day = 0, precision }: Fields): Omit<TimeValue, 'calendar'> {
  const sign = year < 0n ? '-' : '+'
  const digits = String(year < 0n ? -year : year).padStart(4, '0')
  const two = (number: number) => String(number).padStart(2, '0')
  return {
    type: 'time',
    time: `${sign}${digits}-${two(month)}-${two(day)}T00:00:00Z`,
    precision,
  }
}

/** Reads Wikibase's own time with its precision after a slash, for times that have no shorter form. */
function writtenOut(text: string): Omit<TimeValue, 'calendar'> | undefined {
  const match = /^([-+]\d{4,16}-(\d\d)-(\d\d)T\d\d:\d\d:\d\dZ)\/(\d\d?)$/.exec(text)
  if (!match) return undefined
  const [, time = '', month, day, precision] = match
  if (Number(month) > 12 || Number(day) > 31 || Number(precision) > 14) return undefined
  return { type: 'time', time, precision: Number(precision) as TimePrecision }
}

/** Writes a time as `parseTime` reads it, in the shortest form that says all of it. */
export function timeToText(value: TimeValue): string {
  const calendar = value.calendar === 'julian' ? ' Julian' : ''
  const [, sign, year = '', month, day] = /^([-+])(\d+)-(\d\d)-(\d\d)T/.exec(value.time) ?? []
  const signed = (sign === '-' ? '-' : '') + year
  const short = shortForms(signed, month, day)[value.precision]
  if (short !== undefined && saysAll(short + calendar, value)) return short + calendar
  return `${value.time}/${value.precision}${calendar}`
}

function saysAll(text: string, { time, precision }: TimeValue): boolean {
  const read = parseTime(text)
  return read.ok && read.value.time === time && read.value.precision === precision
}

function shortForms(year: string, month = '', day = ''): Partial<Record<TimePrecision, string>> {
  return {
    6: ordinalText(year, 1000n, 'millennium'),
    7: ordinalText(year, 100n, 'century'),
    8: `${year}s`,
    9: year,
    10: `${year}-${month}`,
    11: `${year}-${month}-${day}`,
  }
}

function ordinalText(year: string, length: bigint, name: string): string {
  const value = BigInt(year)
  const number = Number(value < 0n ? -value / length : (value + length - 1n) / length)
  return `${number}${ordinalSuffix(number)} ${name}${value < 0n ? ' BCE' : ''}`
}
