import tags from 'language-tags'
import { didYouMean } from '../../nearest.ts'
import { parsed, quote, unparsed } from '../../parsed.ts'
import type { Parsed } from '../../parsed.ts'

/**
 * Reads a language tag of the IANA registry, in its usual spelling (`en`, `zh-Hant`, `mul`).
 *
 * @see https://www.rfc-editor.org/rfc/rfc5646
 */
export function parseLanguage(text: string, siteLanguages: readonly string[] = []): Parsed<string> {
  if (text.length <= 35 && tags.check(text)) return parsed(tags(text).format())
  return unparsed(
    `${quote(text)} is not a language tag${didYouMean(text, siteLanguages)}; expected one such as en, fr or mul`,
  )
}
