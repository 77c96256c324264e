import { parsed, quote, unparsed } from '../parsed.ts'
import type { Parsed } from '../parsed.ts'
import { parseTime } from '../facts/values/time.ts'

/** The datatypes of times that a statement can hold, and how they are written without a format. */
const patterns = {
  gYear: 'yyyy',
  gYearMonth: 'yyyy-MM',
  date: 'yyyy-MM-dd',
} as const

export type DateType = keyof typeof patterns

/** The CSVW datatypes for years, months and days. */
export const dateTypes = Object.keys(patterns) as DateType[]

const fields: Readonly<Record<string, string>> = {
  yyyy: '(?<year>-?\\d{4,16})',
  MM: '(?<month>\\d\\d)',
  M: '(?<month>\\d\\d?)',
  dd: '(?<day>\\d\\d)',
  d: '(?<day>\\d\\d?)',
}
const needed = { gYear: ['year'], gYearMonth: ['year', 'month'], date: ['year', 'month', 'day'] }

/**
 * Makes the reader of a column of dates; a date read is `1953`, `2009-11` or `2009-11-05`.
 *
 * @see https://www.w3.org/TR/tabular-data-model/#formats-for-dates-and-times
 */
export function dateParser(
  type: DateType,
  format: string = patterns[type],
): Parsed<(text: string) => Parsed<string>> {
  const pattern = toRegExp(format)
  const parts = needed[type]
  if (!pattern || parts.some((part) => !pattern.source.includes(`<${part}>`)))
    return unparsed(
      `${quote(format)} is not a format of the datatype ${type}, such as ${patterns[type]}`,
    )
  return parsed((text) => {
    const { year, month, day } = pattern.exec(text)?.groups ?? {}
    if (year === undefined)
      return unparsed(`${quote(text)} is not of the datatype ${type}: expected ${format}`)
    const rest = [month, day]
      .slice(0, parts.length - 1)
      .map((part) => (part ?? '').padStart(2, '0'))
    const date = [year, ...rest].join('-')
    const time = parseTime(date)
    return time.ok ? parsed(date) : time
  })
}

function toRegExp(format: string): RegExp | undefined {
  const tokens = format.match(/yyyy|MM?|dd?|[-/. ]/g) ?? []
  if (tokens.join('') !== format) return undefined
  const source = tokens.map((token) => fields[token] ?? `\\${token}`.replace('\\ ', ' ')).join('')
  const names = [...source.matchAll(/<(\w+)>/g)].map(([, name]) => name)
  return new Set(names).size === names.length ? new RegExp(`^${source}$`) : undefined
}
