import Big from 'big.js'
import type { DecimalText, QuantityValue } from '../../../statements/index.ts'
import type { Ontology } from '../../../rdf/ontology/ontology.ts'
import { parsed, quote, unparsed } from '../../parsed.ts'
import type { Parsed } from '../../parsed.ts'
import { decimalToText, parseDecimal } from './decimal.ts'
import { parseUnit, unitToText } from './units.ts'
import type { UnitContext } from './units.ts'

const number = '[-+\u2212]?[\\d.,\\s]*\\d'
const quantity = new RegExp(
  `^(?<amount>${number})\\s*(?:(?:±|\\+/-)\\s*(?<error>${number})|\\[(?<lower>${number})\\.\\.(?<upper>${number})\\])?(?<unit>[^]*)$`,
  'u',
)
/** Longer texts are no quantities, and matching them would take long. */
const longest = 500

type Bounds = NonNullable<QuantityValue['bounds']>

/** Reads a quantity as people write it: `237 ha`, `16,850,000`, `237 ± 0.5 ha`, `237 [236..239] ha`. */
export function parseQuantity(text: string, context: UnitContext): Parsed<QuantityValue> {
  const parts = text.length > longest ? undefined : quantity.exec(text.trim())?.groups
  if (!parts) return unparsed(`${quote(text)} is not a quantity: expected ${example(context)}`)
  const amount = parseDecimal(parts.amount ?? '')
  if (!amount.ok) return amount
  const rest = (parts.unit ?? '').trim()
  if (/^e[-+]?\d/i.test(rest))
    return unparsed(`${quote(text)}: write the number out, as in 16,850,000`)
  const bounds = parseBounds(amount.value, parts)
  if (!bounds.ok) return bounds
  const unit = parseUnit(rest, context)
  if (!unit.ok) return unit
  return parsed({
    type: 'quantity',
    amount: amount.value,
    ...(bounds.value && { bounds: bounds.value }),
    ...(unit.value && { unit: unit.value.entityIri }),
  })
}

/** Writes a quantity as `parseQuantity` reads it. */
export function quantityToText(
  { amount, bounds, unit }: QuantityValue,
  ontology: Ontology,
): string {
  const known = unit === undefined ? undefined : ontology.findUnit(unit)
  const suffix = unit === undefined ? '' : ` ${known ? unitToText(known) : unit}`
  return decimalToText(amount) + (bounds ? ` ${boundsToText(amount, bounds)}` : '') + suffix
}

function example({ ontology, property: { units } }: UnitContext): string {
  const unit = units.flatMap((key) => ontology.units.get(key) ?? [])[0]
  return unit
    ? `a number with its unit, such as 237 ${unitToText(unit)}`
    : 'a number such as 16,850,000'
}

type Parts = Readonly<Record<string, string | undefined>>

function parseBounds(
  amount: DecimalText,
  { error, lower, upper }: Parts,
): Parsed<Bounds | undefined> {
  if (error !== undefined) return parseError(amount, error)
  if (lower === undefined || upper === undefined) return parsed(undefined)
  const from = parseDecimal(lower)
  if (!from.ok) return from
  const to = parseDecimal(upper)
  if (!to.ok) return to
  if (big(from.value).gt(big(amount)) || big(to.value).lt(big(amount)))
    return unparsed(`[${lower}..${upper}] does not hold ${decimalToText(amount)}`)
  return parsed({ lower: from.value, upper: to.value })
}

function parseError(amount: DecimalText, text: string): Parsed<Bounds> {
  const error = parseDecimal(text)
  if (!error.ok) return error
  if (error.value.startsWith('-')) return unparsed(`${quote(text)} after ± must not be negative`)
  return parsed(boundsAround(amount, error.value))
}

/** Computes amount ± error exactly, with as many decimals as the more exact of the two. */
function boundsAround(amount: DecimalText, error: DecimalText): Bounds {
  const places = Math.max(decimals(amount), decimals(error))
  const signed = (value: Big): DecimalText => {
    const text = value.toFixed(places)
    if (value.eq(0)) return `+${text.replace('-', '')}`
    return text.startsWith('-') ? text : `+${text}`
  }
  return {
    lower: signed(big(amount).minus(big(error))),
    upper: signed(big(amount).plus(big(error))),
  }
}

function boundsToText(amount: DecimalText, { lower, upper }: Bounds): string {
  const places = Math.max(decimals(amount), decimals(upper))
  const error = big(upper).minus(big(amount)).toFixed(places)
  const symmetric = boundsAround(amount, error)
  if (symmetric.lower === lower && symmetric.upper === upper) return `± ${error}`
  return `[${decimalToText(lower)}..${decimalToText(upper)}]`
}

const big = (decimal: DecimalText): Big => Big(decimalToText(decimal))

const decimals = (decimal: DecimalText): number => decimal.split('.')[1]?.length ?? 0
