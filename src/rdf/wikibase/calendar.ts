/** A day in the numbering of historians: there is no year 0, 1 BCE is -1. */
export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Days between the starts of the Gregorian and Julian day counts used below. */
const GREGORIAN_OFFSET = 32045
const JULIAN_OFFSET = 32083
const DAYS_IN_4_YEARS = 1461
const DAYS_IN_400_YEARS = 146097

/**
 * Counts the days from the start of the Julian period to a day of the Julian calendar.
 *
 * @see https://en.wikipedia.org/wiki/Julian_day
 */
export function julianToDayNumber(date: CalendarDay): number {
  const { year, month } = fromMarch(date)
  return Math.floor((year * DAYS_IN_4_YEARS) / 4) + daysBefore(month) + date.day - JULIAN_OFFSET
}

/** Counts the days from the start of the Julian period to a day of the proleptic Gregorian calendar. */
export function gregorianToDayNumber(date: CalendarDay): number {
  const { year, month } = fromMarch(date)
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leapDays + daysBefore(month) + date.day - GREGORIAN_OFFSET
}

/** Finds the day of the proleptic Gregorian calendar that has a day number. */
export function dayNumberToGregorian(dayNumber: number): CalendarDay {
  const quarterDays = (dayNumber + GREGORIAN_OFFSET) * 4 - 1
  const century = Math.floor(quarterDays / DAYS_IN_400_YEARS)
  const rest = Math.floor((quarterDays % DAYS_IN_400_YEARS) / 4) * 4 + 3
  return toCalendarDay(century * 100 + Math.floor(rest / DAYS_IN_4_YEARS), rest)
}

/** Finds the day of the Julian calendar that has a day number. */
export function dayNumberToJulian(dayNumber: number): CalendarDay {
  const quarterDays = (dayNumber + JULIAN_OFFSET) * 4 - 1
  return toCalendarDay(Math.floor(quarterDays / DAYS_IN_4_YEARS), quarterDays)
}

/** The last day of a month of the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? { year: successor(year), month: 1 } : { year, month: month + 1 }
  return gregorianToDayNumber({ ...next, day: 1 }) - gregorianToDayNumber({ year, month, day: 1 })
}

const successor = (year: number): number => (year === -1 ? 1 : year + 1)

/** Counts years from March 4801 BCE, so that leap days end a year. */
function fromMarch({ year, month }: CalendarDay): { year: number; month: number } {
  const years = year < 0 ? year + 4801 : year + 4800
  return month > 2 ? { year: years, month: month - 3 } : { year: years - 1, month: month + 9 }
}

const daysBefore = (marchMonth: number): number => Math.floor((marchMonth * 153 + 2) / 5)

function toCalendarDay(marchYear: number, quarterDays: number): CalendarDay {
  const fifths = (Math.floor((quarterDays % DAYS_IN_4_YEARS) / 4) + 1) * 5 - 3
  const marchMonth = Math.floor(fifths / 153)
  const day = Math.floor((fifths % 153) / 5) + 1
  const inSameYear = marchMonth < 10
  const year = marchYear - 4800 + (inSameYear ? 0 : 1)
  return {
    year: year <= 0 ? year - 1 : year,
    month: inSameYear ? marchMonth + 3 : marchMonth - 9,
    day,
  }
}
