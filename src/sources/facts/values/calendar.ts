import type { Calendar } from '../../../statements/index.ts'

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** The number of days of a month (1-12) of a year (44 BCE is -44; there is no year 0), or 0 for no month. */
export function daysInMonth(year: bigint, month: number, calendar: Calendar): number {
  if (month === 2 && isLeap(year < 0n ? year + 1n : year, calendar)) return 29
  return days[month - 1] ?? 0
}

/** Takes the astronomical year, in which 1 BCE is 0. */
function isLeap(year: bigint, calendar: Calendar): boolean {
  if (year % 4n !== 0n) return false
  return calendar === 'julian' || year % 100n !== 0n || year % 400n === 0n
}
