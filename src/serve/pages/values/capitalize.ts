import { safeLanguage } from './amount.ts'

/** Begins a text as headings begin in a language. */
export function capitalize(text: string, language: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase(safeLanguage(language)) + text.slice(first.length)
}
