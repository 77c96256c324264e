import type { FactNode } from '../facts/tree.ts'
import type { Report } from '../report.ts'
import { openFields } from './fields.ts'
import type { Fields } from './fields.ts'

/** How a CSV file is written. */
export interface Dialect {
  readonly commentPrefix: string | undefined
  readonly delimiter: string
  readonly quoteChar: string | undefined
  /** A quote inside a quoted cell is doubled; else a backslash stands before it. */
  readonly doubleQuote: boolean
  readonly headerRowCount: number
  readonly skipBlankRows: boolean
  readonly skipColumns: number
  readonly skipRows: number
  readonly trim: { readonly start: boolean; readonly end: boolean }
}

const both = { start: true, end: true }
const neither = { start: false, end: false }
const trims: Readonly<Record<string, Dialect['trim']>> = {
  true: both,
  false: neither,
  start: { start: true, end: false },
  end: { start: false, end: true },
}

/** What CSVW takes for granted. */
export const defaultDialect: Dialect = {
  commentPrefix: '#',
  delimiter: ',',
  quoteChar: '"',
  doubleQuote: true,
  headerRowCount: 1,
  skipBlankRows: false,
  skipColumns: 0,
  skipRows: 0,
  trim: neither,
}

/**
 * Reads a dialect description.
 *
 * @see https://www.w3.org/TR/tabular-metadata/#dialect-descriptions
 */
export function readDialect(node: FactNode | undefined, report: Report): Dialect {
  if (!node) return defaultDialect
  if (node.kind !== 'map') {
    report.error(node.origin, 'Expected a dialect such as { "delimiter": ";" }')
    return defaultDialect
  }
  const fields = openFields(node, 'dialect', report)
  const encoding = fields.text('encoding') ?? 'utf-8'
  if (!/^utf-?8$/i.test(encoding))
    report.error(node.origin, `The encoding "${encoding}" is not read: save the file as UTF-8`)
  const header = fields.flag('header') ?? true
  const signs = readSigns(fields)
  const wrong = findWrongSign(signs)
  if (wrong) report.error(fields.node(wrong.key)?.origin ?? node.origin, wrong.message)
  return {
    ...(wrong ? defaultSigns : signs),
    doubleQuote: fields.flag('doubleQuote') ?? true,
    headerRowCount: fields.count('headerRowCount') ?? (header ? 1 : 0),
    skipBlankRows: fields.flag('skipBlankRows') ?? false,
    skipColumns: fields.count('skipColumns') ?? 0,
    skipRows: fields.count('skipRows') ?? 0,
    trim: readTrim(fields.node('trim'), fields.flag('skipInitialSpace'), report),
  }
}

type Signs = Pick<Dialect, 'commentPrefix' | 'delimiter' | 'quoteChar'>

const defaultSigns: Signs = {
  commentPrefix: defaultDialect.commentPrefix,
  delimiter: defaultDialect.delimiter,
  quoteChar: defaultDialect.quoteChar,
}

/** A key that is null switches its sign off; one that is missing leaves it as it is. */
function readSigns(fields: Fields): Signs {
  const sign = (key: 'commentPrefix' | 'quoteChar') =>
    fields.node(key) ? fields.text(key) : defaultDialect[key]
  return {
    commentPrefix: sign('commentPrefix'),
    delimiter: fields.text('delimiter') ?? defaultDialect.delimiter,
    quoteChar: sign('quoteChar'),
  }
}

function findWrongSign({ commentPrefix, delimiter, quoteChar }: Signs) {
  const fits = (sign: string) => sign !== '' && !/[\r\n]/.test(sign)
  if (!fits(delimiter)) return { key: 'delimiter', message: 'The delimiter is a sign such as ";"' }
  if (commentPrefix !== undefined && (!fits(commentPrefix) || commentPrefix === delimiter))
    return { key: 'commentPrefix', message: 'The commentPrefix is a sign such as "#", or null' }
  const isQuote = quoteChar === undefined || (fits(quoteChar) && quoteChar.length === 1)
  if (!isQuote || quoteChar === delimiter || quoteChar === commentPrefix)
    return { key: 'quoteChar', message: 'The quoteChar is one sign of its own, or null' }
  return undefined
}

function readTrim(
  node: FactNode | undefined,
  skipInitialSpace: boolean | undefined,
  report: Report,
): Dialect['trim'] {
  const trim = node?.kind === 'text' ? trims[node.text] : undefined
  if (node && !trim) report.error(node.origin, 'Expected true, false, "start" or "end" for "trim"')
  return trim ?? (skipInitialSpace === true ? { start: true, end: false } : neither)
}
