import {
  isOpenMark,
  MOST_BARS,
  MOST_POINTS,
  MOST_SERIES,
  MOST_TIMELINE_ROWS,
  renderBars,
  renderFigure,
  renderSeries,
  renderTimeline,
} from '../../charts/index.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { formatAmount } from '../values/amount.ts'
import { capitalize } from '../values/capitalize.ts'
import { chooseChart } from './choose-chart.ts'
import type { ChartChoice, ChoiceOf } from './choose-chart.ts'
import { columnsOf } from './columns.ts'
import type { Row } from './columns.ts'
import type { JsonAnswer } from './json-answer.ts'
import { readBars, readSeriesOf, readTimeline } from './read-chart.ts'

/** One value is no chart. */
const FEWEST = 2

/** Rows beyond these are in the table and the files only. */
const MOST_ROWS = 5000

/** What an answer is drawn as, before it has a frame. */
interface AnswerChart {
  readonly caption: string
  readonly notes: readonly (string | undefined)[]
  readonly chart: Markup
}

/** Draws an answer where a chart fits it (see `chooseChart`); its table stands beside it on the page. */
export function renderAnswerChart(answer: JsonAnswer, context: PageContext): Fragment {
  const choice = chooseChart(columnsOf(answer))
  const rows = (answer.results?.bindings ?? []).slice(0, MOST_ROWS)
  if (!choice || rows.length < FEWEST) return undefined
  const drawn = draw(choice, rows, context)
  if (!drawn) return undefined
  const { caption, notes, chart } = drawn
  const note = notes.filter((one) => one !== undefined).join('; ')
  const { language } = context
  return renderFigure({ caption, chart, language, ...(note !== '' && { note }) })
}

function draw(
  choice: ChartChoice,
  rows: readonly Row[],
  context: PageContext,
): AnswerChart | undefined {
  switch (choice.kind) {
    case 'timeline':
      return drawTimeline(choice, rows, context)
    case 'series':
      return drawSeries(choice, rows, context)
    case 'bars':
      return drawBars(choice, rows, context)
  }
}

function drawTimeline(
  choice: ChoiceOf<'timeline'>,
  all: readonly Row[],
  context: PageContext,
): AnswerChart | undefined {
  const { language } = context
  const rows = readTimeline(all, choice, context)
  if (rows.length < FEWEST) return undefined
  const words = messagesIn(language)
  const caption = words.timeline(choice.name.title)
  const isOpen = rows.some(({ marks }) => marks.some(isOpenMark))
  return {
    caption,
    notes: [
      firstOf(rows.length, MOST_TIMELINE_ROWS, language),
      isOpen ? words.charts.openEnd : undefined,
    ],
    chart: renderTimeline({ title: caption, rows, language }),
  }
}

function drawSeries(
  choice: ChoiceOf<'series'>,
  rows: readonly Row[],
  context: PageContext,
): AnswerChart | undefined {
  const { language } = context
  const series = readSeriesOf(rows, choice, context)
  const points = series.flatMap((one) => one.points)
  if (new Set(points.map(({ when }) => when.earliest)).size < FEWEST) return undefined
  const { overTime, charts } = messagesIn(language)
  const caption = overTime(capitalize(choice.amount.title, language))
  const [drawn, all] = [MOST_POINTS, points.length].map((count) => writeCount(count, language))
  return {
    caption,
    notes: [
      firstOf(series.length, MOST_SERIES, language),
      points.length > MOST_POINTS ? charts.thinned(drawn ?? '', all ?? '') : undefined,
    ],
    chart: renderSeries({ title: caption, series, language }),
  }
}

/** Rows without a name, or with the same one, are no bars beside each other. */
function drawBars(
  choice: ChoiceOf<'bars'>,
  rows: readonly Row[],
  context: PageContext,
): AnswerChart | undefined {
  const { language } = context
  const bars = readBars(rows, choice, context)
  const names = new Set(bars.map(({ label }) => label))
  if (bars.length < rows.length || names.size < bars.length) return undefined
  const what = capitalize(choice.amount.title, language)
  const caption = messagesIn(language).charts.by(what, choice.name.title)
  return {
    caption,
    notes: [firstOf(bars.length, MOST_BARS, language)],
    chart: renderBars({ title: caption, bars, language }),
  }
}

const writeCount = (count: number, language: string): string =>
  formatAmount(String(count), language)

/** Says that not all is drawn. */
const firstOf = (count: number, most: number, language: string): string | undefined =>
  count > most
    ? messagesIn(language).charts.shown(writeCount(most, language), writeCount(count, language))
    : undefined
