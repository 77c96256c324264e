/** What may be answered: the first media type is sent, all are understood. */
export interface Offer {
  readonly mediaTypes: readonly string[]
}

interface Range {
  readonly type: string
  readonly subtype: string
  readonly parameters: readonly (readonly [string, string])[]
  readonly weight: number
}

/**
 * Picks what to answer with, or undefined when nothing is acceptable (406). Among equally wanted offers the one that
 * the client named most precisely wins, then the first. A header that cannot be read asks for nothing in particular.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-accept
 */
export function negotiate<T extends Offer>(
  accept: string | undefined,
  offers: readonly T[],
): T | undefined {
  const ranges = parseAccept(accept)
  if (ranges.length === 0) return offers[0]
  let best: { readonly offer: T; readonly rating: Rating } | undefined
  for (const offer of offers) {
    const rating = rateOffer(offer, ranges)
    if (rating.weight > 0 && (!best || isBetter(rating, best.rating))) best = { offer, rating }
  }
  return best?.offer
}

/** Rates an offer by the type that is sent; its other names count only where they are asked for by name. */
function rateOffer({ mediaTypes }: Offer, ranges: readonly Range[]): Rating {
  const [sent = '', ...others] = mediaTypes
  const rating = rate(sent, ranges)
  if (rating.weight === 0 && rating.precision >= NAMED) return rating
  return others
    .map((mediaType) => rate(mediaType, ranges))
    .filter(({ precision }) => precision >= NAMED)
    .reduce((best, other) => (isBetter(other, best) ? other : best), rating)
}

/** The precision of a range that names a type and a subtype. */
const NAMED = 2

interface Rating {
  readonly weight: number
  readonly precision: number
}

const isBetter = (a: Rating, b: Rating): boolean =>
  a.weight === b.weight ? a.precision > b.precision : a.weight > b.weight

/** How much a media type is wanted: the weight of the most precise range that it is in. */
function rate(mediaType: string, ranges: readonly Range[]): Rating {
  let rating: Rating = { weight: 0, precision: -1 }
  const [type = '', subtype = ''] = mediaType.split('/')
  for (const range of ranges) {
    const precision = precisionOf(range, type, subtype)
    if (precision > rating.precision) rating = { weight: range.weight, precision }
  }
  return rating
}

/** How precisely a range names a media type; -1 where it does not. */
function precisionOf(range: Range, type: string, subtype: string): number {
  if (range.type === '*') return 0
  if (range.type !== type) return -1
  if (range.subtype === '*') return 1
  if (range.subtype !== subtype) return -1
  return range.parameters.every(isHarmless) ? NAMED + range.parameters.length : -1
}

/** Parameters that do not ask for anything else: all text is UTF-8, and a profile of JSON-LD is a wish. */
const isHarmless = ([name, value]: readonly [string, string]): boolean =>
  name === 'profile' || name === 'version' || (name === 'charset' && /^utf-?8$/i.test(value))

/** Parses an Accept header; elements that cannot be read are left out, as if they had not been sent. */
function parseAccept(header: string | undefined): Range[] {
  return splitList(header ?? '').flatMap((element): Range[] => {
    const [range = '', ...rest] = splitParameters(element)
    const match = /^([!#$%&'*+.^_`|~\w-]+)\/([!#$%&'*+.^_`|~\w-]+)$/.exec(range.toLowerCase())
    if (!match) return range === '*' ? [{ ...anything, weight: weightOf(rest) }] : []
    const [, type = '', subtype = ''] = match
    if (type === '*' && subtype !== '*') return []
    const parameters = rest.map(toParameter).filter(([name]) => name !== 'q' && name !== '')
    return [{ type, subtype, parameters, weight: weightOf(rest) }]
  })
}

const anything = { type: '*', subtype: '*', parameters: [] } as const

/** The weight of an element; one that cannot be read counts as 1, as if it had not been sent. */
function weightOf(parameters: readonly string[]): number {
  const q = parameters.map(toParameter).find(([name]) => name === 'q')
  if (!q) return 1
  return /^(?:0(?:\.\d*)?|1(?:\.0*)?|\.\d+)$/.test(q[1]) ? Number(q[1]) : 1
}

function toParameter(text: string): [string, string] {
  const at = text.indexOf('=')
  if (at < 0) return [text.trim().toLowerCase(), '']
  const value = text.slice(at + 1).trim()
  const isQuoted = value.length > 1 && value.startsWith('"') && value.endsWith('"')
  return [
    text.slice(0, at).trim().toLowerCase(),
    isQuoted ? value.slice(1, -1).replace(/\\(.)/gs, '$1') : value,
  ]
}

/** Splits at commas that are neither quoted nor within angle brackets. */
const splitList = (text: string): string[] => splitOutside(text, ',')

const splitParameters = (text: string): string[] => splitOutside(text, ';')

const ends: Readonly<Record<string, string>> = { '"': '"', '<': '>' }

/** Splits in one pass, since headers come from anyone; a quote that does not end quotes nothing. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = []
  const lastEnds = { '"': text.lastIndexOf('"'), '<': text.lastIndexOf('>') }
  let start = 0
  let end = ''
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (end !== '') {
      if (character === '\\' && end === '"') at += 1
      else if (character === end) end = ''
    } else if (character === separator) {
      parts.push(text.slice(start, at))
      start = at + 1
    } else if ((character === '"' || character === '<') && lastEnds[character] > at) {
      end = ends[character] ?? ''
    }
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== '')
}

/** An element of a list with weights: `<http://schema.org/>;q=0.5`, `fr-CA;q=0.8`. */
export interface Weighted {
  readonly value: string
  readonly weight: number
}

/** Parses a list of values with weights, the most wanted first: Accept-Language, Accept-Encoding, Accept-Profile. */
export function parseWeighted(header: string | undefined): Weighted[] {
  return splitList(header ?? '')
    .map((element) => {
      const [value = '', ...rest] = splitParameters(element)
      return { value, weight: weightOf(rest) }
    })
    .sort((a, b) => b.weight - a.weight)
}

/**
 * Picks a language: the first that is wanted, by lookup of ever shorter tags; the first there is where none is.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4647#section-3.4
 */
export function negotiateLanguage(header: string | undefined, offered: readonly string[]): string {
  const wanted = parseWeighted(header)
  const refused = wanted
    .filter(({ weight }) => weight === 0)
    .map(({ value }) => value.toLowerCase())
  const open = offered.filter((tag) => !refused.includes(tag.toLowerCase()))
  for (const { value, weight } of wanted) {
    if (weight === 0) continue
    const found = value === '*' ? open[0] : findLanguage(value.toLowerCase(), open)
    if (found !== undefined) return found
  }
  return open[0] ?? offered[0] ?? 'en'
}

function findLanguage(range: string, offered: readonly string[]): string | undefined {
  for (let tag = range; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const found = offered.find((language) => language.toLowerCase() === tag)
    if (found !== undefined) return found
  }
  return undefined
}

/** The content-codings that there are, the best first. */
export type ContentCoding = 'br' | 'gzip' | 'identity'

const contentCodings: readonly ContentCoding[] = ['br', 'gzip', 'identity']

/**
 * Picks one of the content-codings that can be made; identity where none is wanted, or none is left.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-accept-encoding
 */
export function negotiateCoding(
  header: string | undefined,
  offered: readonly ContentCoding[] = contentCodings,
): ContentCoding {
  if (header === undefined || header === '') return 'identity'
  const weights = new Map(
    parseWeighted(header).map(({ value, weight }) => [value.toLowerCase(), weight]),
  )
  const others = weights.get('*') ?? 0
  const weigh = {
    br: () => weights.get('br') ?? others,
    gzip: () => weights.get('gzip') ?? weights.get('x-gzip') ?? others,
    // Not named, it is acceptable, but what is named is wanted more.
    identity: () => weights.get('identity') ?? LEAST,
  } satisfies Record<ContentCoding, () => number>
  let [best, bestWeight]: [ContentCoding, number] = ['identity', 0]
  for (const coding of offered) {
    const weight = weigh[coding]()
    if (weight > bestWeight) [best, bestWeight] = [coding, weight]
  }
  return best
}

/** Less than any weight that a header can hold. */
const LEAST = 0.0001
