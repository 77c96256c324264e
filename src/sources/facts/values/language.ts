import tags from 'language-tags'
import { didYouMean } from '../../nearest.ts'
import { parsed, quote, unparsed } from '../../parsed.ts'
import type { Parsed } from '../../parsed.ts'

const wellFormed = /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}$/i

/**
 * Reads a language tag of the IANA registry, in its usual spelling (`en`, `zh-Hant`, `mul`).
 *
 * @see https://www.rfc-editor.org/rfc/rfc5646
 */
export function parseLanguage(text: string, siteLanguages: readonly string[] = []): Parsed<string> {
  if (wellFormed.test(text) && tags.check(text)) return parsed(tags(text).format())
  return unparsed(
    `${quote(text)} is not a language tag${didYouMean(text, siteLanguages)}; expected one such as en, fr or mul`,
  )
}
