import Big from 'big.js'
import type { FactNode, MapNode } from '../facts/tree.ts'
import { didYouMean } from '../nearest.ts'
import { parsed, quote, unparsed } from '../parsed.ts'
import type { Parsed } from '../parsed.ts'
import type { Report } from '../report.ts'
import { dateParser, dateTypes } from './date-type.ts'
import type { DateType } from './date-type.ts'
import { openFields, toFields } from './fields.ts'
import type { Fields } from './fields.ts'
import { numberParser, numberTypes } from './number-type.ts'

/** Reads the text of a cell as its datatype says, into the text that facts would have. */
export type CellParser = (text: string) => Parsed<string>

/** The datatype of a column. */
export interface CellType {
  readonly base: string
  /** Line ends and tabs are kept only in `string` and its like. */
  readonly keepsSpace: boolean
  readonly parse: CellParser
}

const spaced = ['string', 'json', 'xml', 'html', 'any', 'anyAtomicType']
const textTypes = [
  ...spaced,
  ...['normalizedString', 'token', 'language', 'Name', 'NMTOKEN', 'anyURI', 'QName', 'boolean'],
]
const allTypes = [...textTypes, ...numberTypes, ...dateTypes]

const keepText: CellParser = (text) => parsed(text)

/** The datatype of a column that has none. */
export const stringType: CellType = { base: 'string', keepsSpace: true, parse: keepText }

/**
 * Reads a datatype: its name, or a description with base, format and bounds.
 *
 * @see https://www.w3.org/TR/tabular-metadata/#datatypes
 */
export function readCellType(node: FactNode | undefined, report: Report): CellType {
  if (!node) return stringType
  const fields =
    node.kind === 'map'
      ? openFields(node, 'datatype', report)
      : toFields(new Map([['base', node]]), node.origin, report)
  const base = fields.text('base') ?? 'string'
  if (!allTypes.includes(base)) {
    const hint = didYouMean(base, allTypes)
    report.error(node.origin, `The datatype ${quote(base)} cannot be read${hint}`)
    return stringType
  }
  const parse = typeParser(base, fields, report)
  if (!parse.ok) report.error(fields.node('format')?.origin ?? node.origin, parse.problem)
  const check = boundsCheck(base, fields)
  return {
    base,
    keepsSpace: spaced.includes(base),
    parse: (text) => {
      const result = parse.ok ? parse.value(text) : parsed(text)
      const problem = result.ok ? check(result.value) : undefined
      return problem === undefined ? result : unparsed(problem)
    },
  }
}

function typeParser(base: string, fields: Fields, report: Report): Parsed<CellParser> {
  const format = fields.node('format')
  if (numberTypes.includes(base)) {
    if (format?.kind !== 'map') return numberParser(base, { pattern: fields.text('format') })
    return numberParser(base, readNumberFormat(format, report))
  }
  const text = fields.text('format')
  if ((dateTypes as readonly string[]).includes(base)) return dateParser(base as DateType, text)
  return text === undefined ? parsed(keepText) : textParser(text)
}

function readNumberFormat(node: MapNode, report: Report) {
  const fields = openFields(node, 'number format', report)
  const [decimalChar, groupChar] = [fields.text('decimalChar'), fields.text('groupChar')]
  return { decimalChar, groupChar, pattern: fields.text('pattern') }
}

/** The format of a text is a regular expression for the whole of it. */
function textParser(format: string): Parsed<CellParser> {
  try {
    const pattern = new RegExp(`^(?:${format})$`, 'u')
    return parsed((text) =>
      pattern.test(text)
        ? parsed(text)
        : unparsed(`${quote(text)} does not have the format ${format}`),
    )
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return unparsed(`${quote(format)} is not a regular expression`)
  }
}

const bounds: readonly [
  keys: readonly string[],
  fits: (order: number) => boolean,
  words: string,
][] = [
  [['minimum', 'minInclusive'], (order) => order >= 0, 'less than'],
  [['maximum', 'maxInclusive'], (order) => order <= 0, 'more than'],
  [['minExclusive'], (order) => order > 0, 'not more than'],
  [['maxExclusive'], (order) => order < 0, 'not less than'],
]

function boundsCheck(base: string, fields: Fields): (text: string) => string | undefined {
  const limits = bounds.flatMap(([keys, fits, words]) =>
    keys.flatMap((key) => {
      const node = fields.node(key)
      return node?.kind === 'text' ? [{ limit: node.text, fits, words }] : []
    }),
  )
  const compare = numberTypes.includes(base) ? compareNumbers : compareText
  const lengths = { exact: fields.count('length'), least: fields.count('minLength') }
  const most = fields.count('maxLength') ?? lengths.exact ?? Infinity
  const least = lengths.least ?? lengths.exact ?? 0
  return (text) => {
    const broken = limits.find(({ limit, fits }) => !fits(compare(text, limit)))
    if (broken) return `${quote(text)} is ${broken.words} ${broken.limit}`
    const length = Array.from(text).length
    if (length < least || length > most) return `${quote(text)} has the wrong length, ${length}`
    return undefined
  }
}

function compareNumbers(a: string, b: string): number {
  return /^-?\d+(?:\.\d+)?$/.test(b) ? Big(a).cmp(Big(b)) : 0
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
