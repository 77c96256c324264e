import { line } from 'd3-shape'
import { html } from '../html/html.ts'
import type { Fragment, Markup } from '../html/html.ts'
import { centreOf } from './moment.ts'
import { placeTexts, renderTexts } from './place-texts.ts'
import type { Plot } from './plot.ts'
import type { Series, SeriesPoint } from './series.ts'
import { renderShape, seriesClass } from './shapes.ts'

/** More dots than this are drawn small. */
const MOST_LARGE = 60

/** A gap so many times as long as the usual one is one where nothing is known. */
const LONG_GAP = 2.5

/** Draws dots joined by a line; where the way between two is far longer than elsewhere, it is dashed. */
export function renderLines(series: readonly Series[], plot: Plot): Fragment {
  const { years, amounts } = plot
  const count = series.reduce((sum, { points }) => sum + points.length, 0)
  const size = count > MOST_LARGE ? 'small' : 'large'
  const texts = placeTexts(
    series.flatMap(({ points }) =>
      telling(points).map(({ when, amount, text }) => ({
        x: years.place(centreOf(when)),
        y: amounts.place(amount),
        text,
        isBelow: amount < 0,
      })),
    ),
  )
  return [
    series.map((one, index) => joinPoints(one, index, plot)),
    series.map(({ points }, index) =>
      points.map(({ when, amount }) =>
        renderShape(index, years.place(centreOf(when)), amounts.place(amount), size),
      ),
    ),
    renderTexts(texts),
  ]
}

/** The highest, the last, the first and the lowest: the first of them that have room are written. */
function telling(points: readonly SeriesPoint[]): SeriesPoint[] {
  const sorted = [...points].sort((a, b) => b.amount - a.amount)
  const found = [sorted[0], points.at(-1), points[0], sorted.at(-1)]
  return [...new Set(found.filter((point) => point !== undefined))]
}

function joinPoints({ points }: Series, index: number, { years, amounts }: Plot): Fragment {
  const path = line<SeriesPoint>(
    ({ when }) => years.place(centreOf(when)),
    ({ amount }) => amounts.place(amount),
  ).digits(2)
  return splitAtGaps(points).map(
    ({ part, isGap }): Markup =>
      html`<path
        class="${isGap ? 'line gap' : 'line'} ${seriesClass(index)}"
        d="${path(part) ?? ''}"
      />`,
  )
}

interface Part {
  readonly part: readonly SeriesPoint[]
  readonly isGap: boolean
}

function splitAtGaps(points: readonly SeriesPoint[]): readonly Part[] {
  const gaps = points
    .slice(1)
    .map(({ when }, index) => centreOf(when) - centreOf(points[index]?.when ?? when))
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  const parts: Part[] = []
  let start = 0
  for (const [index, gap] of gaps.entries()) {
    if (gap <= Math.max(1, usual) * LONG_GAP) continue
    if (index > start) parts.push({ part: points.slice(start, index + 1), isGap: false })
    parts.push({ part: points.slice(index, index + 2), isGap: true })
    start = index + 1
  }
  if (points.length - start > 1) parts.push({ part: points.slice(start), isGap: false })
  return parts
}
