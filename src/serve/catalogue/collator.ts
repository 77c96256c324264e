import { safeLanguage } from '../pages/values/amount.ts'

/** Longer texts are told apart by their start. */
const LENGTH = 200

const collators = new Map<string, Intl.Collator>()

/** Gets what compares texts as people of a language sort them, numbers in them by their size. */
export function collatorOf(language: string): (a: string, b: string) => number {
  const tag = safeLanguage(language)
  const collator = collators.get(tag) ?? new Intl.Collator(tag, { numeric: true })
  collators.set(tag, collator)
  return (a, b) => collator.compare(a.slice(0, LENGTH), b.slice(0, LENGTH))
}
