import Big from 'big.js'
import { parsed, quote, unparsed } from '../parsed.ts'
import type { Parsed } from '../parsed.ts'
import { parseNumberPattern } from './number-pattern.ts'

/** How the numbers of a column are written. */
export interface NumberFormat {
  readonly decimalChar?: string | undefined
  readonly groupChar?: string | undefined
  readonly pattern?: string | undefined
}

const integers: Readonly<Record<string, { least?: string; most?: string }>> = {
  integer: {},
  long: { least: '-9223372036854775808', most: '9223372036854775807' },
  int: { least: '-2147483648', most: '2147483647' },
  short: { least: '-32768', most: '32767' },
  byte: { least: '-128', most: '127' },
  nonNegativeInteger: { least: '0' },
  positiveInteger: { least: '1' },
  nonPositiveInteger: { most: '0' },
  negativeInteger: { most: '-1' },
  unsignedLong: { least: '0', most: '18446744073709551615' },
  unsignedInt: { least: '0', most: '4294967295' },
  unsignedShort: { least: '0', most: '65535' },
  unsignedByte: { least: '0', most: '255' },
}

/** The numeric datatypes of CSVW. */
export const numberTypes = [...Object.keys(integers), 'number', 'decimal', 'double', 'float']

/** A cell's number in plain decimal digits, as long as people write numbers. */
const decimal = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:E[-+]?\d{1,2})?[%‰]?$/i
const longest = 127

/**
 * Makes the reader of a column of numbers; a number read is plain decimal text.
 *
 * @see https://www.w3.org/TR/tabular-data-model/#formats-for-numeric-types
 */
export function numberParser(
  base: string,
  format: NumberFormat,
): Parsed<(text: string) => Parsed<string>> {
  const pattern = format.pattern === undefined ? undefined : parseNumberPattern(format.pattern)
  if (pattern && !pattern.ok) return pattern
  const groupChar = format.groupChar ?? (pattern ? ',' : undefined)
  const decimalChar = format.decimalChar ?? '.'
  return parsed((text) => {
    const plain = text.length > longest ? undefined : toPlain(text, { groupChar, decimalChar })
    if (plain === undefined) return unparsed(notNumber(text, base, groupChar))
    if (pattern && !pattern.value.test(plain))
      return unparsed(`${quote(text)} does not have the format ${quote(format.pattern ?? '')}`)
    return checkRange(toDecimal(plain), base, text)
  })
}

function toPlain(
  text: string,
  { groupChar, decimalChar }: { groupChar: string | undefined; decimalChar: string },
): string | undefined {
  const [whole = '', fraction, more] = text.split(decimalChar)
  if (more !== undefined) return undefined
  const groups = groupChar === undefined ? [whole] : whole.split(groupChar)
  if (groups.slice(1).some((group) => !/^\d{3}(?!\d)/.test(group))) return undefined
  const plain = groups.join('') + (fraction === undefined ? '' : `.${fraction}`)
  return decimal.test(plain) ? plain : undefined
}

function notNumber(text: string, base: string, groupChar: string | undefined): string {
  const isGrouped = groupChar === undefined && /^[-+]?\d{1,3}(?:,\d{3})+/.test(text)
  const hint = isGrouped ? '; give the datatype the format { "groupChar": "," }' : ''
  return `${quote(text)} is not a number of the datatype ${base}${hint}`
}

/** Writes out exponents and percentages; other numbers stay as they are written, with all their decimals. */
function toDecimal(plain: string): string {
  const scale = { '%': '100', '‰': '1000' }[plain.at(-1) ?? '']
  if (scale !== undefined)
    return Big(plain.slice(0, -1).replace('+', '')).times(1).div(scale).toFixed()
  if (/e/i.test(plain)) return Big(plain.replace('+', '')).toFixed()
  const [, sign = '', whole = '', fraction = ''] = /^([-+]?)0*(\d*)(?:\.(\d*))?$/.exec(plain) ?? []
  return `${sign.replace('+', '')}${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`
}

function checkRange(number: string, base: string, text: string): Parsed<string> {
  const range = integers[base]
  if (!range) return parsed(number)
  const value = Big(number)
  if (!value.eq(value.round(0)) || (range.least !== undefined && value.lt(range.least)))
    return unparsed(`${quote(text)} is not a number of the datatype ${base}`)
  if (range.most !== undefined && value.gt(range.most))
    return unparsed(`${quote(text)} is not a number of the datatype ${base}`)
  return parsed(value.toFixed())
}
