import { parsed, quote, unparsed } from '../parsed.ts'
import type { Parsed } from '../parsed.ts'

/**
 * Parses a number pattern (`#,##0.00`, `000`) into a test of numbers that have lost their group signs.
 *
 * @see https://www.unicode.org/reports/tr35/tr35-numbers.html#Number_Format_Patterns
 */
export function parseNumberPattern(pattern: string): Parsed<RegExp> {
  const [, sign = '', whole = '', fraction = '', suffix = ''] =
    /^([-+]?)([#0,]*[#0])(?:\.(0*#*))?([%‰]?)$/.exec(pattern) ?? []
  const digits = whole.replaceAll(',', '')
  if (digits === '' || /0#/.test(digits) || pattern.length > 100)
    return unparsed(`${quote(pattern)} is not a number pattern such as #,##0.00`)
  const least = digits.replaceAll('#', '').length
  const [required, allowed] = [fraction.replaceAll('#', '').length, fraction.length]
  const part = required === 0 ? `(?:\\.\\d{0,${allowed}})?` : `\\.\\d{${required},${allowed}}`
  return parsed(
    new RegExp(
      `^${sign === '' ? '-?' : '[-+]'}\\d{${least},}${allowed === 0 ? '' : part}${suffix}$`,
    ),
  )
}
