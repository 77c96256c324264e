import { scaleLinear } from 'd3-scale'
import { html } from '../html/html.ts'
import type { Markup } from '../html/html.ts'
import { safeLanguage } from '../pages/values/amount.ts'
import { max, min } from './extent.ts'
import { textWidth } from './fit-text.ts'
import { round } from './round.ts'

/** Where amounts are in a drawing. */
export interface AmountAxis {
  readonly place: (amount: number) => number
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
  /** Of the widest text. */
  readonly width: number
}

/** What is beyond cannot be drawn to scale. */
const GREATEST = 1e100
/** What is closer together than this cannot be told apart. */
const LEAST = 1e-100

/** Whether an amount can be drawn. */
export const isDrawable = (amount: number): boolean => Math.abs(amount) <= GREATEST

/** Lays out an axis of amounts between two places; zero is always on it, so that lengths compare. */
export function layOutAmounts(
  amounts: readonly number[],
  range: readonly [number, number],
  language: string,
): AmountAxis {
  const least = Math.min(0, min(amounts))
  const greatest = Math.max(0, max(amounts))
  const scale = scaleLinear()
    .domain([least, greatest - least > LEAST ? greatest : 1])
    .range(range)
    .nice(5)
    .clamp(true)
  const ticks = scale.ticks(5).map((amount) => ({
    at: round(scale(amount)),
    text: tickFormat(language).format(amount),
  }))
  return {
    place: (amount) => round(scale(amount)),
    ticks,
    width: Math.ceil(max(ticks.map(({ text }) => textWidth(text)))),
  }
}

const formats = new Map<string, Intl.NumberFormat>()

/** Formats are costly to make and few. */
function tickFormat(language: string): Intl.NumberFormat {
  const known = formats.get(language)
  if (known) return known
  const format = new Intl.NumberFormat(safeLanguage(language), { maximumSignificantDigits: 6 })
  formats.set(language, format)
  return format
}

/** Draws an axis of amounts at the left of a plot, with a line through it for each amount that is marked. */
export const renderAmounts = (
  { ticks, width }: AmountAxis,
  [left, right]: readonly [number, number],
): Markup =>
  html`<g class="axis">
    ${ticks.map(
      ({ at, text }) =>
        html`<path d="M${left} ${at}H${right}" /><text x="${width}" y="${at + 4}" text-anchor="end"
            >${text}</text
          >`,
    )}
  </g>`
