import type { DecimalText } from '../../../statements/index.ts'
import { parsed, quote, unparsed } from '../../parsed.ts'
import type { Parsed } from '../../parsed.ts'

/** Wikibase's own limit for the text of an amount. */
const longest = 127

const plain = /^(?:0|[1-9]\d*)(?:\.\d+)?$/
const grouped = /^[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+)(?:\.\d+)?$/

/** Numbers that people write and that cannot be read for certain, each with what to write instead. */
const mistakes: readonly [RegExp, (digits: string) => string][] = [
  [/^\d+,\d+$/, (digits) => `write ${digits.replace(',', '.')} (a comma only separates thousands)`],
  [
    /^\d{1,3}(?:\.\d{3})+,\d+$/,
    (digits) => `write ${digits.replaceAll('.', '').replace(',', '.')}`,
  ],
  [/^\d{1,3}(?:\.\d{3}){2,}$/, (digits) => `write ${digits.replaceAll('.', ',')}`],
  [/^0\d+/, (digits) => `write ${digits.replace(/^0+(?=\d)/, '')}, without leading zeros`],
  [/^\.\d+$/, (digits) => `write 0${digits}`],
  [/[, ]/, () => 'separate thousands in groups of three digits, as in 16,850,000'],
]

/** Reads a decimal as people write it: `237`, `1.50`, `16,850,000`, `16 850 000`, `-5`. */
export function parseDecimal(text: string): Parsed<DecimalText> {
  const spaced = text.trim().replace(/[\u00a0\u2009\u202f]/g, ' ')
  const [, sign, digits] = /^([-+\u2212]?) ?([^]*)$/.exec(spaced) ?? []
  if (digits === undefined || digits.length > longest)
    return unparsed(`${quote(text)} is longer than a number can be (${longest} characters)`)
  if (!plain.test(digits) && !grouped.test(digits)) {
    const mistake = mistakes.find(([pattern]) => pattern.test(digits))
    const advice = mistake ? mistake[1](digits) : 'expected a number such as 237, 1.5 or 16,850,000'
    return unparsed(`${quote(text)} is not a number: ${advice}`)
  }
  const bare = digits.replace(/[, ]/g, '')
  const negative = sign !== '' && sign !== '+' && /[1-9]/.test(bare)
  return parsed(`${negative ? '-' : '+'}${bare}`)
}

/** Writes a decimal as `parseDecimal` reads it: without its plus sign. */
export const decimalToText = (decimal: DecimalText): string => decimal.replace(/^\+/, '')
