import { en } from './en.ts'
import { fr } from './fr.ts'

/** The words of the pages in one language. */
export type Messages = typeof en

const catalogues = { en, fr } as const satisfies Readonly<Record<string, Messages>>

/** The languages that the pages themselves speak. */
export const messageLanguages = Object.keys(catalogues) as readonly (keyof typeof catalogues)[]

/** The language in which a page speaks to who asks for another one: that, its shorter form, or English. */
export function messageLanguage(language: string): keyof typeof catalogues {
  const tags = [language.toLowerCase(), language.toLowerCase().split('-')[0]]
  return messageLanguages.find((known) => tags.includes(known)) ?? 'en'
}

/** Gets the words of the pages. */
export const messagesIn = (language: string): Messages => catalogues[messageLanguage(language)]
