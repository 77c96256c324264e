import type { Fragment, Markup } from '../html/html.ts'
import { messagesIn } from '../pages/messages/index.ts'
import { renderDrawing, renderLabel, WIDTH } from './drawing.ts'
import { textWidth } from './fit-text.ts'
import { listValues, shortName } from './list-values.ts'
import type { Moment } from './moment.ts'
import { renderMark } from './timeline-mark.ts'
import { layOutYears, renderYears } from './year-axis.ts'
import type { YearAxis, YearSpan } from './year-axis.ts'

/** A stretch of time or a point in it; an end that is missing is not known. */
export type TimelineMark =
  | { readonly at: Moment }
  | { readonly from?: Moment | undefined; readonly until?: Moment | undefined }

/** A thing, and when it was. */
export interface TimelineRow {
  readonly label: string
  readonly marks: readonly TimelineMark[]
}

/** What a timeline shows. */
export interface Timeline {
  readonly title: string
  readonly rows: readonly TimelineRow[]
  readonly language: string
}

/** A timeline has no more rows than a screen or two. */
export const MOST_TIMELINE_ROWS = 40

/** No thing has more marks than can be told apart. */
const MOST_MARKS = 30
const ROW = 27
const TOP = 8
const GAP = 14

/** Draws things in rows along an axis of years: bars from start to end, points as diamonds, unknown ends dashed. */
export function renderTimeline({ title, rows, language }: Timeline): Markup {
  const shown = rows
    .slice(0, MOST_TIMELINE_ROWS)
    .map(({ label, marks }) => ({ label, marks: marks.slice(0, MOST_MARKS) }))
  const texts = shown.map(({ marks }) => marks.map((mark) => markText(mark, language)).join(', '))
  const labels = Math.min(WIDTH * 0.34, widest(shown.map(({ label }) => label)))
  const years = Math.min(WIDTH * 0.2, widest(texts))
  const bottom = TOP + shown.length * ROW
  const axis = layOutYears(spanOf(shown), [labels + GAP, WIDTH - years - GAP], language)
  const described = shown.map(({ label }, at) => `${shortName(label)} ${texts[at] ?? ''}`)
  return renderDrawing({
    height: bottom + 26,
    title,
    description: messagesIn(language).charts.summary(title, listValues(described, language)),
    content: [
      renderYears(axis, TOP - 4, bottom),
      shown.map((row, at) =>
        renderRow(row, { axis, labels, years, text: texts[at] ?? '', y: TOP + (at + 0.5) * ROW }),
      ),
    ],
  })
}

interface RowPlace {
  readonly axis: YearAxis
  readonly labels: number
  readonly years: number
  readonly text: string
  readonly y: number
}

const renderRow = (
  { label, marks }: TimelineRow,
  { axis, labels, years, text, y }: RowPlace,
): Fragment => [
  renderLabel(label, { x: 0, y: y + 4, width: labels }),
  marks.map((mark) =>
    renderMark(mark, { axis, y, right: WIDTH - years - GAP, left: labels + GAP }),
  ),
  renderLabel(text, { x: WIDTH - years, y: y + 4, width: years }),
]

const widest = (texts: readonly string[]): number =>
  Math.ceil(Math.max(0, ...texts.map(textWidth)) + 4)

/** Writes when something was: `1956–1967`, `2013`, `from 1990`. */
export function markText(mark: TimelineMark, language: string): string {
  if ('at' in mark) return mark.at.text
  const { since, till } = messagesIn(language).charts
  const { from, until } = mark
  if (from && until) return from.text === until.text ? from.text : `${from.text}–${until.text}`
  if (from) return since(from.text)
  return until ? till(until.text) : ''
}

/** Whether only one end of a mark is known. */
export const isOpenMark = (mark: TimelineMark): boolean =>
  !('at' in mark) && !(mark.from && mark.until)

/** The moments that a mark has. */
export const momentsOf = (mark: TimelineMark): readonly Moment[] =>
  'at' in mark ? [mark.at] : [mark.from, mark.until].filter((moment) => moment !== undefined)

function spanOf(rows: readonly TimelineRow[]): YearSpan {
  const marks = rows.flatMap((row) => row.marks)
  const moments = marks.flatMap(momentsOf)
  return {
    earliest: Math.min(...moments.map(({ earliest }) => earliest)),
    latest: Math.max(...moments.map(({ latest }) => latest)),
    isOpenBefore: marks.some((mark) => !('at' in mark) && !mark.from),
    isOpenAfter: marks.some((mark) => !('at' in mark) && !mark.until),
  }
}
