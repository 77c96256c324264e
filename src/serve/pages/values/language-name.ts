/** The name of a language in itself. */
export function languageName(language: string): string {
  try {
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
    return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1)
  } catch (error) {
    if (error instanceof RangeError) return language
    throw error
  }
}
