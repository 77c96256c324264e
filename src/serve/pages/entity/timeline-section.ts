import type { Statement } from '../../../statements/index.ts'
import {
  isOpenMark,
  markText,
  MOST_TIMELINE_ROWS,
  momentsOf,
  renderFigure,
  renderTimeline,
  toMoment,
} from '../../charts/index.ts'
import type { TimelineMark, TimelineRow } from '../../charts/index.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { formatAmount } from '../values/amount.ts'
import { labelOf, renderLink } from '../values/link.ts'
import { periodOf } from './period.ts'
import type { PropertyGroup } from './sort-statements.ts'

/** Fewer say nothing that the list of statements does not. */
const FEWEST_ROWS = 2

/** Longer tables are no easier to read than the list of statements. */
const MOST_TABLE_ROWS = 200

interface Row extends TimelineRow {
  readonly iri: string
}

/**
 * Draws when the things held that a property names, where at least two of them have a time and one a start or an end;
 * undefined where they have not.
 */
export function renderTimelineSection(
  [property, statements]: PropertyGroup,
  name: string,
  context: PageContext,
): Fragment {
  const all = readRows(statements, context)
  const rows = all.filter(({ marks }) => marks.length > 0).sort((a, b) => startOf(a) - startOf(b))
  const hasPeriod = rows.some(({ marks }) => marks.some((mark) => !('at' in mark)))
  if (rows.length < FEWEST_ROWS || !hasPeriod) return undefined
  const { language } = context
  const words = messagesIn(language)
  const title = words.timeline(labelOf(property, context).text)
  return renderFigure({
    caption: title,
    note: noteOf(rows, all.length - rows.length, name, context),
    chart: renderTimeline({ title: words.charts.of(title, name), rows, language }),
    table: renderTable(rows, context),
    language,
  })
}

function readRows(statements: readonly Statement[], context: PageContext): readonly Row[] {
  const marks = new Map<string, TimelineMark[]>()
  for (const { mainSnak, qualifiers, rank } of statements) {
    if (rank === 'deprecated' || mainSnak.snakType !== 'value') continue
    if (mainSnak.value.type !== 'entityid') continue
    const { iri } = mainSnak.value
    const known = marks.get(iri) ?? []
    marks.set(iri, known)
    const mark = readMark(qualifiers, context)
    if (mark) known.push(mark)
  }
  return [...marks].map(([iri, ofThing]) => ({
    iri,
    label: labelOf(iri, context).text,
    marks: ofThing,
  }))
}

function readMark(
  qualifiers: Statement['qualifiers'],
  context: PageContext,
): TimelineMark | undefined {
  const period = periodOf(qualifiers, context)
  const [from, until, at] = [period.from, period.until, period.at].map((time) =>
    time === undefined ? undefined : toMoment(time, context.language),
  )
  if (from ?? until) return { from, until }
  return at && { at }
}

const startOf = ({ marks }: TimelineRow): number =>
  Math.min(
    ...marks
      .slice(0, 100)
      .flatMap(momentsOf)
      .map(({ earliest }) => earliest),
  )

function noteOf(
  rows: readonly Row[],
  undated: number,
  name: string,
  { language }: PageContext,
): string {
  const { charts } = messagesIn(language)
  const isOpen = rows.some(({ marks }) => marks.some(isOpenMark))
  const write = (count: number): string => formatAmount(String(count), language)
  const parts = [
    name,
    ...(rows.length > MOST_TIMELINE_ROWS
      ? [charts.shown(write(MOST_TIMELINE_ROWS), write(rows.length))]
      : []),
    ...(undated > 0 ? [charts.undated(undated)] : []),
  ]
  return isOpen ? `${parts.join('; ')}. ${charts.openEnd}` : parts.join('; ')
}

function renderTable(rows: readonly Row[], context: PageContext): Markup {
  const words = messagesIn(context.language)
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${words.value}</th>
        <th scope="col">${words.period}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.slice(0, MOST_TABLE_ROWS).map(
        ({ iri, marks }) =>
          html`<tr>
            <th scope="row">${renderLink(iri, context)}</th>
            <td>
              ${marks
                .slice(0, MOST_TABLE_ROWS)
                .map((mark) => markText(mark, context.language))
                .join(', ')}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`
}
