import { max } from './extent.ts'
import { messagesIn } from '../pages/messages/index.ts'
import type { Markup } from '../html/html.ts'
import { renderDrawing, WIDTH } from './drawing.ts'
import { legendHeight, renderLegend } from './legend.ts'
import { listValues, shortName } from './list-values.ts'
import { centreOf } from './moment.ts'
import type { Moment } from './moment.ts'
import { renderColumns } from './series-columns.ts'
import { renderLines } from './series-lines.ts'
import { thinOut } from './thin-out.ts'
import { layOutAmounts, renderAmounts } from './amount-axis.ts'
import { layOutYears, renderYears } from './year-axis.ts'

/** An amount at a time. */
export interface SeriesPoint {
  readonly when: Moment
  readonly amount: number
  /** The amount as it is written. */
  readonly text: string
}

/** Amounts of one thing. */
export interface Series {
  /** What tells it from others in the same chart. */
  readonly label: string
  readonly points: readonly SeriesPoint[]
}

/** What a chart of amounts over time shows. */
export interface SeriesChart {
  readonly title: string
  readonly series: readonly Series[]
  readonly language: string
}

/** As many as there are shapes to tell them apart. */
export const MOST_SERIES = 6

/** More points than people count are joined by lines. */
const MOST_COLUMNS = 16

/** No drawing has more points. */
export const MOST_POINTS = 240

const PLOT = 230
const GAP = 12

/** Draws amounts over time: columns where there are few, and dots with lines where there are many. */
export function renderSeries({ title, series, language }: SeriesChart): Markup {
  const shown = thinOut(series.slice(0, MOST_SERIES), MOST_POINTS)
  const points = shown.flatMap((one) => one.points)
  const legend = legendHeight(shown)
  const top = legend + 24
  const bottom = top + PLOT
  const amounts = layOutAmounts(
    points.map(({ amount }) => amount),
    [bottom, top],
    language,
  )
  const years = layOutYears(
    {
      earliest: -max(points.map(({ when }) => -when.earliest)),
      latest: max(points.map(({ when }) => when.latest)),
    },
    [amounts.width + GAP, WIDTH - GAP],
    language,
  )
  const render = points.length > MOST_COLUMNS ? renderLines : renderColumns
  return renderDrawing({
    height: bottom + 26,
    title,
    description: describe({ title, series, language }),
    content: [
      renderLegend(shown),
      renderAmounts(amounts, [amounts.width + GAP, WIDTH - GAP]),
      renderYears(years, bottom, bottom + 4),
      render(shown, { years, amounts }),
    ],
  })
}

function describe({ title, series, language }: SeriesChart): string {
  const { charts } = messagesIn(language)
  const texts = series.map(({ label, points }) => {
    const values = [...points]
      .sort((a, b) => centreOf(a.when) - centreOf(b.when))
      .map(({ when, text }) => valueIn(text, when, language))
    const list = listValues(values, language)
    return series.length > 1 ? `${shortName(label)} ${list}` : list
  })
  return charts.summary(title, texts.slice(0, MOST_SERIES).join('; '))
}

/** Writes an amount with its time: `2,100 in 1953`, `2,100 (5 November 2009)`. */
export const valueIn = (text: string, { text: when }: Moment, language: string): string =>
  /^\d+$/.test(when) ? messagesIn(language).charts.valueIn(text, when) : `${text} (${when})`
