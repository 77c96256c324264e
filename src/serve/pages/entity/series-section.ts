import { MOST_POINTS, MOST_SERIES, renderFigure, renderSeries } from '../../charts/index.ts'
import type { Series } from '../../charts/index.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { formatAmount } from '../values/amount.ts'
import { labelOf } from '../values/link.ts'
import { capitalize } from '../values/capitalize.ts'
import { readSeries } from './read-series.ts'
import type { StatedAmount } from './read-series.ts'
import type { PropertyGroup } from './sort-statements.ts'

/** One point is no series. */
const FEWEST_TIMES = 2

/** Longer tables are no easier to read than the list of statements. */
const MOST_TABLE_ROWS = 200

/** Draws the amounts of a property over time, a chart for each unit that has at least two points in time. */
export function renderSeriesSections(
  [property, statements]: PropertyGroup,
  name: string,
  context: PageContext,
): Fragment {
  const groups = groupBy(readSeries(statements, context), ({ unit }) => unit ?? '')
  return [...groups.values()]
    .filter((amounts) => new Set(amounts.map(({ when }) => when.earliest)).size >= FEWEST_TIMES)
    .map((amounts) => renderChart(amounts, { property, name, context }))
}

interface Subject {
  readonly property: string
  readonly name: string
  readonly context: PageContext
}

function renderChart(amounts: readonly StatedAmount[], subject: Subject): Markup {
  const { property, name, context } = subject
  const { language } = context
  const words = messagesIn(language)
  const what = capitalize(labelOf(property, context).text, language)
  const series = [...groupBy(amounts, ({ label }) => label)].map(([label, points]): Series => ({
    label,
    points,
  }))
  return renderFigure({
    caption: words.overTime(what),
    note: noteOf(amounts, series.length, subject),
    chart: renderSeries({ title: words.charts.of(what, name), series, language }),
    table: renderTable(amounts, series.length > 1, context),
    language,
  })
}

function noteOf(amounts: readonly StatedAmount[], count: number, subject: Subject): string {
  const { name, context } = subject
  const { language } = context
  const { charts } = messagesIn(language)
  const write = (number: number): string => formatAmount(String(number), language)
  const unit = amounts[0]?.unit
  return [
    name,
    ...(unit === undefined ? [] : [labelOf(unit, context).text]),
    ...(count > MOST_SERIES ? [charts.shown(write(MOST_SERIES), write(count))] : []),
    ...(amounts.length > MOST_POINTS
      ? [charts.thinned(write(MOST_POINTS), write(amounts.length))]
      : []),
  ].join('; ')
}

function renderTable(
  amounts: readonly StatedAmount[],
  hasLabels: boolean,
  { language }: PageContext,
): Markup {
  const words = messagesIn(language)
  const sorted = [...amounts].sort((a, b) => a.when.earliest - b.when.earliest)
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${words.year}</th>
        ${hasLabels && html`<th scope="col">${words.charts.series}</th>`}
        <th scope="col" class="number">${words.value}</th>
      </tr>
    </thead>
    <tbody>
      ${sorted.slice(0, MOST_TABLE_ROWS).map(
        ({ when, label, text }) =>
          html`<tr>
            <td>${when.text}</td>
            ${hasLabels && html`<td><bdi>${label}</bdi></td>`}
            <td class="number">${text}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
