import { scaleLinear } from 'd3-scale'
import { html } from '../html/html.ts'
import type { Markup } from '../html/html.ts'
import { messagesIn } from '../pages/messages/index.ts'
import { formatAmount } from '../pages/values/amount.ts'
import { round } from './round.ts'

/** Where years are in a drawing. */
export interface YearAxis {
  /** The place of a point in time, in the units of the drawing; always within the plot. */
  readonly place: (year: number) => number
  /** Where the plot begins and ends. */
  readonly range: readonly [number, number]
  /** Years with a mark, and where it stands: in the middle of the year. */
  readonly ticks: readonly { readonly x: number; readonly text: string }[]
}

/** What an axis shows: from where to where, and what is open beyond that. */
export interface YearSpan {
  readonly earliest: number
  readonly latest: number
  readonly isOpenBefore?: boolean
  readonly isOpenAfter?: boolean
}

/** Fewer years than this would make a bar of one year fill the plot. */
const FEWEST_YEARS = 5

/** Lays out an axis of years between two places. */
export function layOutYears(
  span: YearSpan,
  range: readonly [number, number],
  language: string,
): YearAxis {
  const { earliest, latest, isOpenBefore, isOpenAfter } = span
  const margin = Math.max((latest - earliest) * 0.04, (FEWEST_YEARS - (latest - earliest)) / 2)
  const scale = scaleLinear()
    .domain([earliest - margin * (isOpenBefore ? 2 : 1), latest + margin * (isOpenAfter ? 2 : 1)])
    .range(range)
    .clamp(true)
  const count = Math.max(2, Math.floor((range[1] - range[0]) / 75))
  const years = scale.ticks(count).filter(Number.isInteger)
  const step = (years[1] ?? 0) - (years[0] ?? 0)
  const [start = 0, end = 0] = scale.domain()
  const ticks = years
    // There is no year 0: -500 counts from it, 500 BCE does not.
    .map((year) => (year <= 0 && step >= 10 ? year + 1 : year))
    .filter((year) => year + 0.5 > start && year + 0.5 < end)
    .map((year) => ({ x: round(scale(year + 0.5)), text: writeYear(year, language) }))
  return { place: (year) => round(scale(year)), range, ticks }
}

/** Writes a year of an axis; 0 is 1 BCE. */
function writeYear(year: number, language: string): string {
  const write = (count: number): string =>
    count < 10_000 ? String(count) : formatAmount(String(count), language)
  return year > 0 ? write(year) : messagesIn(language).bce(write(1 - year))
}

/** Draws an axis below a plot, with a line up through it for each year that is marked. */
export const renderYears = ({ ticks }: YearAxis, top: number, bottom: number): Markup =>
  html`<g class="axis">
    ${ticks.map(
      ({ x, text }) =>
        html`<path d="M${x} ${top}V${bottom}" /><text
            x="${x}"
            y="${bottom + 17}"
            text-anchor="middle"
            >${text}</text
          >`,
    )}
  </g>`
