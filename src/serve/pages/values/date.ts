import { safeLanguage } from './amount.ts'

/** Writes the day of a point in time, in UTC, as people of a language do. */
export const formatDate = (date: Date, language: string): string =>
  new Intl.DateTimeFormat(safeLanguage(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    date,
  )
