import { html } from '../html/html.ts'
import type { Fragment, Markup } from '../html/html.ts'
import { placeTexts, renderTexts } from './place-texts.ts'
import { centreOf, isExact } from './moment.ts'
import type { Plot } from './plot.ts'
import { round } from './round.ts'
import type { Series, SeriesPoint } from './series.ts'
import { renderShape, seriesClass } from './shapes.ts'

const WIDEST = 26
const NARROWEST = 4

interface Placed extends SeriesPoint {
  readonly index: number
  readonly x: number
}

/** Draws each amount as a column from zero, at its time, with its shape on top; those of one time stand side by side. */
export function renderColumns(series: readonly Series[], plot: Plot): Fragment {
  const columns = placeColumns(series, plot)
  const width = widthOf(columns.map(({ x }) => x))
  const { amounts } = plot
  const zero = amounts.place(0)
  const texts = placeTexts(
    columns.map(({ x, amount, text }) => ({
      x,
      y: amounts.place(amount),
      text,
      isBelow: amount < 0,
    })),
  )
  return [
    columns.map((column) => renderColumn(column, { plot, width, zero })),
    series.length > 1 &&
      columns.map(({ index, x, amount }) => renderShape(index, x, amounts.place(amount))),
    renderTexts(texts),
  ]
}

function placeColumns(series: readonly Series[], { years }: Plot): readonly Placed[] {
  const all = series.flatMap(({ points }, index) =>
    points.map((point) => ({ ...point, index, x: years.place(centreOf(point.when)) })),
  )
  const [start, end] = years.range
  return all.map((point) => {
    const same = all.filter(({ x }) => x === point.x)
    const half = ((same.length - 1) / 2) * SHIFT
    const middle = Math.min(Math.max(point.x, start + half + WIDEST / 2), end - half - WIDEST / 2)
    return { ...point, x: round(middle - half + same.indexOf(point) * SHIFT) }
  })
}

/** How far columns of one time are apart. */
const SHIFT = 12

/** Wide enough to be seen, and no wider than the way to the next one. */
function widthOf(places: readonly number[]): number {
  const sorted = [...places].sort((a, b) => a - b)
  const gaps = sorted.slice(1).map((x, index) => x - (sorted[index] ?? x))
  const gap = Math.min(WIDEST / 0.7, ...gaps.filter((width) => width > 0))
  return Math.max(NARROWEST, round(gap * 0.7))
}

interface ColumnPlace {
  readonly plot: Plot
  readonly width: number
  readonly zero: number
}

function renderColumn(
  { when, amount, index, x }: Placed,
  { plot, width, zero }: ColumnPlace,
): Fragment {
  const y = plot.amounts.place(amount)
  const [top, height] = [Math.min(y, zero), round(Math.abs(y - zero))]
  const column: Markup = html`<rect
    class="bar ${seriesClass(index)}"
    x="${round(x - width / 2)}"
    y="${top}"
    width="${width}"
    height="${height}"
  />`
  if (isExact(when)) return column
  const [start, end] = [plot.years.place(when.earliest), plot.years.place(when.latest)]
  return [column, html`<path class="open" d="M${start} ${y}H${end}" />`]
}
