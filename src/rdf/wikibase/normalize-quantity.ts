import { Big } from 'big.js'
import type { DecimalText, QuantityValue } from '../../statements/index.ts'
import type { UnitConversion } from './normalization.ts'

/**
 * Converts a quantity to its standard unit by decimal arithmetic, with the digits that Wikibase gives it: the product
 * has as many decimals as both factors together, and bounds round it to their order of magnitude.
 *
 * @see https://github.com/DataValues/Number
 */
export function normalizeQuantity(
  quantity: QuantityValue,
  { factor, unit }: UnitConversion,
): QuantityValue {
  if (quantity.unit === unit) return quantity
  const { bounds } = quantity
  const amount = multiply(quantity.amount, factor)
  if (!bounds) return { type: 'quantity', amount, unit }
  const lower = multiply(bounds.lower, factor)
  const upper = multiply(bounds.upper, factor)
  const exponent = orderOfUncertainty(amount, lower, upper)
  return {
    type: 'quantity',
    amount: round(amount, exponent),
    bounds: { lower: round(lower, exponent), upper: round(upper, exponent) },
    unit,
  }
}

const decimals = (decimal: DecimalText): number => {
  const point = decimal.indexOf('.')
  return point < 0 ? 0 : decimal.length - point - 1
}

const write = (decimal: Big, places: number): DecimalText => {
  const text = decimal.toFixed(places)
  if (!text.startsWith('-')) return `+${text}`
  return decimal.eq(0) ? `+${text.slice(1)}` : text
}

const multiply = (decimal: DecimalText, factor: string): DecimalText =>
  write(new Big(unsigned(decimal)).times(factor), decimals(decimal) + decimals(factor))

const unsigned = (decimal: DecimalText): string => decimal.replace(/^\+/, '')

/** The power of ten of the last digit that the bounds leave certain. */
function orderOfUncertainty(amount: DecimalText, lower: DecimalText, upper: DecimalText): number {
  const uncertainty = Math.min(Number(amount) - Number(lower), Number(upper) - Number(amount))
  // Wikibase adds this to make up for what floats lose.
  return uncertainty === 0 ? -decimals(amount) : Math.floor(Math.log10(uncertainty + 5e-10))
}

function round(decimal: DecimalText, exponent: number): DecimalText {
  const integerDigits = decimal.length - 1 - (decimals(decimal) && decimals(decimal) + 1)
  if (exponent >= integerDigits) return '+0'
  const places = Math.max(0, Math.min(-exponent, decimals(decimal)))
  return write(new Big(unsigned(decimal)).round(-exponent, Big.roundHalfUp), places)
}
