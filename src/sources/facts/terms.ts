import type { Terms } from '../../statements/index.ts'
import { quote } from '../parsed.ts'
import { expectText, oneOrMore } from './expect.ts'
import { take } from './map-value.ts'
import { defaultLanguage } from './reading.ts'
import type { Reading } from './reading.ts'
import type { FactNode, MapEntry } from './tree.ts'
import { parseLanguage } from './values/language.ts'
import { parseLine } from './values/string.ts'

type TermsReading = Pick<Reading, 'languages' | 'report'>

/** Reads a label or description: a map from language to text, or a text in the site's first language. */
export function readTerms(node: FactNode | undefined, reading: TermsReading): Terms {
  const terms = new Map<string, string>()
  for (const [language, value] of byLanguage(node, reading)) {
    const text = readTerm(value, reading)
    if (text !== undefined) terms.set(language, text)
  }
  return terms
}

/** Reads aliases: a map from language to one or more texts, or texts in the site's first language. */
export function readAliases(
  node: FactNode | undefined,
  reading: TermsReading,
): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, readonly string[]>()
  for (const [language, value] of byLanguage(node, reading)) {
    const items = oneOrMore(value, { what: 'aliases', report: reading.report })
    const texts = items.flatMap((item) => readTerm(item, reading) ?? [])
    aliases.set(language, [...new Set(texts)])
  }
  return aliases
}

function byLanguage(node: FactNode | undefined, reading: TermsReading): [string, FactNode][] {
  if (!node) return []
  if (node.kind !== 'map') return [[defaultLanguage(reading), node]]
  const spellings = new Map<string, string>()
  return node.entries.flatMap(({ key, keyOrigin, value }: MapEntry) => {
    if (value.kind === 'empty' && key.includes(' ')) {
      const message = `Expected a language and a text, found ${quote(key)}: put a text with a comma in quotes`
      reading.report.error(keyOrigin, message)
      return []
    }
    const language = take(parseLanguage(key, reading.languages), keyOrigin, reading)
    if (language === undefined) return []
    const other = spellings.get(language)
    if (other !== undefined) {
      reading.report.error(keyOrigin, `${quote(key)} is the same language as ${quote(other)}`)
      return []
    }
    spellings.set(language, key)
    return [[language, value]]
  })
}

function readTerm(node: FactNode, reading: TermsReading): string | undefined {
  const text = expectText(node, { what: 'a text or a map of languages', report: reading.report })
  return text && take(parseLine(text.text), text.origin, reading)
}
