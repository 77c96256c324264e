import type { Entity } from '../../statements/index.ts'
import { wordsOf } from './fold.ts'

/** A name of an entity, in one language. */
export interface Name {
  readonly text: string
  readonly language: string
}

/** Finds the name by which a search found an entity, where the label that is shown does not tell it. */
export function matchedName(
  { labels, aliases }: Entity,
  searched: string,
  shown: string,
): Name | undefined {
  const wanted = wordsOf(searched)
  const fits = (name: string): boolean => {
    const words = wordsOf(name)
    return wanted.every((word) => words.some((one) => one.startsWith(word)))
  }
  if (fits(shown)) return undefined
  for (const [language, text] of labels) if (fits(text)) return { text, language }
  for (const [language, texts] of aliases) {
    const text = texts.find(fits)
    if (text !== undefined) return { text, language }
  }
  return undefined
}
