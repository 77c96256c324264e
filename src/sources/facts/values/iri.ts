import { WIKIDATA_ENTITY } from '../../../vocabulary.ts'
import { parsed, quote, unparsed } from '../../parsed.ts'
import type { Parsed } from '../../parsed.ts'

/** What an IRI in Turtle and SPARQL cannot hold. */
const forbidden = /[\0-\x20\x7f-\xa0<>"{}|\\^`\u2028\u2029\p{Surrogate}]/u
const scheme = /^[a-z][a-z0-9+.-]*:./i

/**
 * Reads an absolute IRI.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3987
 */
export function parseIri(text: string): Parsed<string> {
  const bad = forbidden.exec(text)
  if (bad) {
    const name = bad[0] === ' ' ? 'a space' : quote(bad[0])
    const escape = encodeURIComponent(bad[0].replace(/\p{Surrogate}/u, '\ufffd'))
    return unparsed(`${quote(text)} is not an IRI: it holds ${name}; write ${escape}`)
  }
  if (!scheme.test(text))
    return unparsed(`${quote(text)} is not an IRI: expected one such as https://example.org/`)
  if (!URL.canParse(text)) return unparsed(`${quote(text)} is not an IRI`)
  return parsed(text)
}

/** Reads the URL of a page: an IRI whose scheme is http or https. */
export function parseUrl(text: string): Parsed<string> {
  const iri = parseIri(text)
  if (iri.ok && !/^https?:\/\/[^/]/i.test(text))
    return unparsed(`${quote(text)} is not the address of a page: expected http:// or https://`)
  return iri
}

const wikidataPage = /^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/([QPL][1-9]\d*)$/

/** Reads what is the same elsewhere: a Wikidata id (`Q6686`) or an IRI. */
export function parseSameAs(text: string): Parsed<string> {
  if (/^[QPL][1-9]\d*$/.test(text)) return parsed(WIKIDATA_ENTITY + text)
  const id = wikidataPage.exec(text)?.[1]
  if (id !== undefined && text !== WIKIDATA_ENTITY + id)
    return unparsed(`${quote(text)} is a page about the item, not the item: write ${id}`)
  return parseIri(text)
}
