import { safeLanguage } from './amount.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** Writes a number of bytes in the largest unit that leaves at least one of it: `1.4 MB`. */
export function formatBytes(bytes: number, language: string): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  const options = { style: 'unit', unit: units[step] ?? 'byte', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(safeLanguage(language), options).format(bytes / 1000 ** step)
}
