import type { TimeValue } from '../../../statements/index.ts'
import { messagesIn } from '../messages/index.ts'
import { formatAmount, safeLanguage } from './amount.ts'

/** A time, taken apart; years before the common era count from 1 BCE = -1, as Wikibase writes them. */
interface Parts {
  readonly year: number
  readonly digits: string
  readonly month: number
  readonly day: number
}

/** Writes a time as exact as it is known, in words of a language: `5 November 2009`, `1950s`, `3rd century BCE`. */
export function formatTime(value: TimeValue, language: string): string {
  const parts = split(value.time)
  if (!parts) return value.time
  const text = write(value.precision, parts, language)
  return value.calendar === 'julian' ? `${text} (${messagesIn(language).julian})` : text
}

function split(time: string): Parts | undefined {
  const [, sign, digits = '', month, day] = /^([+-])(\d+)-(\d\d)-(\d\d)/.exec(time) ?? []
  if (sign === undefined) return undefined
  const year = Number(sign + digits)
  return { year, digits: digits.replace(/^0+(?=\d)/, ''), month: Number(month), day: Number(day) }
}

function write(precision: TimeValue['precision'], parts: Parts, language: string): string {
  const words = messagesIn(language)
  const { year, digits } = parts
  const isBce = year < 0
  const yearText = isBce ? words.bce(digits) : digits
  if (precision >= 10) return writeDate(precision, parts, language)
  if (precision === 9) return yearText
  if (precision === 8) return words.decade(`${digits.slice(0, -1)}0`)
  if (precision === 7) return words.century(Math.ceil(Math.abs(year) / 100), isBce)
  if (precision === 6) return words.millennium(Math.ceil(Math.abs(year) / 1000), isBce)
  return words.yearsAgo(formatAmount(digits, language), isBce)
}

function writeDate(
  precision: TimeValue['precision'],
  { year, digits, month, day }: Parts,
  language: string,
): string {
  const words = messagesIn(language)
  const hasDay = precision >= 11 && day > 0
  if (month < 1 || month > 12) return year < 0 ? words.bce(digits) : digits
  const date = new Date(Date.UTC(2000, month - 1, hasDay ? day : 1))
  // The year is written by itself: Date knows neither all years nor the Julian calendar.
  const format = new Intl.DateTimeFormat(safeLanguage(language), {
    month: 'long',
    ...(hasDay && { day: 'numeric' }),
    year: 'numeric',
    timeZone: 'UTC',
  })
  return format
    .formatToParts(date)
    .map(({ type, value }) => (type === 'year' ? writeYear(year, digits, language) : value))
    .join('')
}

const writeYear = (year: number, digits: string, language: string): string =>
  year < 0 ? messagesIn(language).bce(digits) : digits
