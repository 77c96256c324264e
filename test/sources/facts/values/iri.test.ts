import { deepStrictEqual, match, ok } from 'node:assert/strict'
import type { Parsed } from '../../../../src/sources/parsed.ts'
import {
  parseIri,
  parseLanguage,
  parseSameAs,
  parseUrl,
} from '../../../../src/sources/facts/index.ts'

type Parse = (text: string) => Parsed<string>
const language: Parse = (text) => parseLanguage(text, ['en', 'fr'])

const read: [string, Parse, string, string][] = [
  ['parseIri', parseIri, 'https://example.org/a', 'https://example.org/a'],
  ['parseIri', parseIri, 'urn:isbn:123', 'urn:isbn:123'],
  ['parseIri', parseIri, 'https://example.org/é', 'https://example.org/é'],
  ['parseUrl', parseUrl, 'HTTPS://example.org', 'HTTPS://example.org'],
  ['parseSameAs', parseSameAs, 'Q6686', 'http://www.wikidata.org/entity/Q6686'],
  [
    'parseSameAs',
    parseSameAs,
    'http://www.wikidata.org/entity/Q1',
    'http://www.wikidata.org/entity/Q1',
  ],
  ['parseLanguage', language, 'en', 'en'],
  ['parseLanguage', language, 'mul', 'mul'],
  ['parseLanguage', language, 'ZH-hant', 'zh-Hant'],
]

const refused: [string, Parse, string, RegExp][] = [
  ['parseIri', parseIri, 'https://example.org/a b', /it holds a space; write %20/],
  ['parseIri', parseIri, 'https://example.org/<b>', /it holds "<"; write %3C/],
  ['parseIri', parseIri, 'example.org', /expected one such as https/],
  ['parseIri', parseIri, 'https://[', /is not an IRI/],
  ['parseUrl', parseUrl, 'mailto:a@example.org', /expected http:\/\/ or https:\/\//],
  ['parseUrl', parseUrl, 'https:///a', /expected http/],
  ['parseSameAs', parseSameAs, 'https://www.wikidata.org/wiki/Q6686', /write Q6686/],
  ['parseLanguage', language, 'english', /"english" is not a language tag/],
  ['parseLanguage', language, 'en-', /"en-" is not a language tag/],
  ['parseLanguage', language, 'fra', /is not a language tag - did you mean "fr"\?/],
]

describe('IRIs and languages', () => {
  for (const [name, parse, text, value] of read) {
    it(`${name} reads "${text}"`, () => {
      deepStrictEqual(parse(text), { ok: true, value })
    })
  }

  for (const [name, parse, text, message] of refused) {
    it(`${name} refuses "${text}"`, () => {
      const result = parse(text)
      ok(!result.ok)
      match(result.problem, message)
    })
  }
})
