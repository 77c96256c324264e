import { isDrawable } from '../../charts/index.ts'
import type {
  Bar,
  Moment,
  Series,
  SeriesPoint,
  TimelineMark,
  TimelineRow,
} from '../../charts/index.ts'
import { siteIndex } from '../../documents/site-index.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { labelOf } from '../values/link.ts'
import type { ChoiceOf } from './choose-chart.ts'
import type { Column, Row } from './columns.ts'
import { inYears, readMoment } from './read-moment.ts'
import { writeNumber } from './render-term.ts'
import { textOf } from './term-kinds.ts'

/** Reads the rows of a timeline; what has the same name stands in one. */
export function readTimeline(
  rows: readonly Row[],
  { name, from, until, at }: ChoiceOf<'timeline'>,
  context: PageContext,
): readonly TimelineRow[] {
  const found = new Map<string, TimelineMark[]>()
  const read = (row: Row, column: Column | undefined): Moment | undefined =>
    column && readMoment(row[column.variable], context.language)
  for (const row of rows) {
    const span = [read(row, from), read(row, until)] as const
    const mark = toMark(shorten(span, context), read(row, at))
    const label = nameIn(row, name, context)
    if (!mark || label === undefined) continue
    const marks = found.get(label)
    if (marks) marks.push(mark)
    else found.set(label, [mark])
  }
  return [...found].map(([label, marks]) => ({ label, marks }))
}

type Span = readonly [from: Moment | undefined, until: Moment | undefined]

/** Start and end in different years are written as years; the table has the days. */
function shorten([from, until]: Span, { language }: PageContext): Span {
  if (!from || !until || Math.floor(from.earliest) === Math.floor(until.earliest)) {
    return [from, until]
  }
  return [inYears(from, language), inYears(until, language)]
}

function toMark([from, until]: Span, at: Moment | undefined): TimelineMark | undefined {
  if (from ?? until) return { from, until }
  return at && { at }
}

/** Reads amounts over time. */
export function readSeriesOf(
  rows: readonly Row[],
  { when, amount, name }: ChoiceOf<'series'>,
  context: PageContext,
): readonly Series[] {
  const found = new Map<string, SeriesPoint[]>()
  const { unspecified } = messagesIn(context.language).charts
  for (const row of rows) {
    const moment = readMoment(row[when.variable], context.language)
    const value = readAmount(row, amount, context)
    if (!moment || !value) continue
    const label = (name && nameIn(row, name, context)) ?? unspecified
    const points = found.get(label)
    if (points) points.push({ when: moment, ...value })
    else found.set(label, [{ when: moment, ...value }])
  }
  return [...found].map(([label, points]) => ({ label, points }))
}

/** Reads amounts by name. */
export const readBars = (
  rows: readonly Row[],
  { name, amount }: ChoiceOf<'bars'>,
  context: PageContext,
): readonly Bar[] =>
  rows.flatMap((row) => {
    const label = nameIn(row, name, context)
    const value = readAmount(row, amount, context)
    return label === undefined || !value ? [] : [{ label, ...value }]
  })

function readAmount(row: Row, { variable }: Column, { language }: PageContext) {
  const term = row[variable]
  if (!term) return undefined
  const amount = Number(textOf(term))
  if (!isDrawable(amount)) return undefined
  return { amount, text: writeNumber(textOf(term), language) }
}

/** Identifiers are no names: what has no label is not drawn. */
function nameIn(row: Row, { variable, label }: Column, context: PageContext): string | undefined {
  const term = (label === undefined ? undefined : row[label]) ?? row[variable]
  if (term?.type === 'literal') return textOf(term)
  if (term?.type !== 'uri') return undefined
  const iri = textOf(term)
  return siteIndex(context.version).labelsOf(iri) && labelOf(iri, context).text
}
