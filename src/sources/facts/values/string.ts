import type { Property } from '../../../rdf/ontology/ontology.ts'
import { parsed, quote, unparsed } from '../../parsed.ts'
import type { Parsed } from '../../parsed.ts'

/** Reads a text of one line, as Wikibase stores texts: without space around it. */
export function parseLine(text: string): Parsed<string> {
  if (text === '') return unparsed('Expected a text, found an empty one')
  if (text.trim() !== text) return unparsed(`${quote(text)} starts or ends with a space`)
  if (/[\n\r\u2028\u2029]/.test(text)) return unparsed(`${quote(text)} has more than one line`)
  const bad = unprintable.exec(text)
  if (bad)
    return unparsed(`${quote(text)} holds a character that is no text (${codePoint(bad[0])})`)
  return parsed(text)
}

/** What escapes (`"\\0"`) can bring into a text, and RDF or Wikibase cannot hold. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for.
const unprintable = /[\0-\x1f\x7f-\x9f\ufffe\uffff]|\p{Surrogate}/u

const codePoint = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Reads a string or external id, and checks it against the format of its property. */
export function parseString(text: string, { key, format }: Property): Parsed<string> {
  const line = parseLine(text)
  if (!line.ok || format === undefined) return line
  const pattern = compileFormat(format)
  if (!pattern)
    return unparsed(`The format of ${quote(key)} in the ontology is no regular expression`)
  if (pattern.test(text)) return line
  return unparsed(`${quote(text)} does not have the format of ${quote(key)}: ${format}`)
}

function compileFormat(format: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${format})$`, 'u')
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const forbiddenInTitle = /[#<>[\]{}|]/

/** Reads the name of a file on Commons, without `File:`. */
export function parseFileName(text: string): Parsed<string> {
  const line = parseLine(text)
  if (!line.ok) return line
  const prefix = /^(?:file|image):/i.exec(text)?.[0]
  if (prefix !== undefined) return unparsed(`${quote(text)}: leave out ${quote(prefix)}`)
  if (forbiddenInTitle.test(text) || text.includes('/') || !/\.[a-z0-9]{2,5}$/i.test(text))
    return unparsed(`${quote(text)} is not the name of a file on Commons such as "Flins.jpg"`)
  return line
}

/** Makes a reader of the names of data pages on Commons: `Data:` … and an extension. */
export const parseDataPage =
  (extension: 'map' | 'tab') =>
  (text: string): Parsed<string> => {
    const line = parseLine(text)
    if (!line.ok) return line
    const fits =
      text.startsWith('Data:') && text.endsWith(`.${extension}`) && !forbiddenInTitle.test(text)
    return fits ? line : unparsed(`${quote(text)} is not a page such as "Data:Flins.${extension}"`)
  }
