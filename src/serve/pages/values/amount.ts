/**
 * Writes a decimal as people of a language write it, with all its digits; amounts are text, since a float would lose
 * some of them.
 */
export function formatAmount(amount: string, language: string): string {
  const plain = amount.replace(/^\+/, '')
  const digits = plain.split('.')[1]?.length ?? 0
  if (digits > 100) return plain
  const format = numberFormat(language, digits)
  // Intl takes a decimal as text and keeps it exact (ECMA-402, Intl mathematical values); its types know numbers only.
  return format.format(plain as unknown as number)
}

const formats = new Map<string, Intl.NumberFormat>()

/** Formats are costly to make and few. */
function numberFormat(language: string, digits: number): Intl.NumberFormat {
  const key = `${language} ${digits}`
  const known = formats.get(key)
  if (known) return known
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const format = new Intl.NumberFormat(safeLanguage(language), options)
  formats.set(key, format)
  return format
}

/** A tag that Intl takes; sites may use codes of Wikibase that it does not know. */
export function safeLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch (error) {
    if (error instanceof RangeError) return 'en'
    throw error
  }
}
