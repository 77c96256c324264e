import { symbol, symbolDiamond } from 'd3-shape'
import { html } from '../html/html.ts'
import type { Fragment, Markup } from '../html/html.ts'
import { centreOf, isExact } from './moment.ts'
import type { Moment } from './moment.ts'
import { round } from './round.ts'
import type { TimelineMark } from './timeline.ts'
import type { YearAxis } from './year-axis.ts'

/** Where a mark is drawn: the middle of its row, and the ends of the plot. */
export interface MarkPlace {
  readonly axis: YearAxis
  readonly y: number
  readonly left: number
  readonly right: number
}

const THICKNESS = 12
const diamond = symbol(symbolDiamond, 100).digits(2)() ?? ''

/** Draws a stretch of time as a bar or a point as a diamond; what is not known to the year is hollow. */
export function renderMark(mark: TimelineMark, place: MarkPlace): Fragment {
  if ('at' in mark) return renderPoint(mark.at, place)
  const { from, until } = mark
  if (from && until) return renderBar(from, until, place)
  if (from) return renderOpenEnd(from, place)
  return until && renderOpenStart(until, place)
}

const renderPoint = (at: Moment, place: MarkPlace): Fragment => [
  !isExact(at) && renderStretch('vague', [at.earliest, at.latest], place),
  html`<path
    class="point s4"
    d="${diamond}"
    transform="translate(${place.axis.place(centreOf(at))} ${place.y})"
  />`,
]

function renderBar(from: Moment, until: Moment, place: MarkPlace): Fragment {
  const start = isExact(from) ? from.earliest : from.latest
  const end = isExact(until) ? until.latest : until.earliest
  return [
    !isExact(from) && renderStretch('vague', [from.earliest, from.latest], place),
    !isExact(until) && renderStretch('vague', [until.earliest, until.latest], place),
    end > start && renderStretch('bar', [start, end], place),
  ]
}

const renderOpenEnd = (from: Moment, place: MarkPlace): Fragment => [
  renderStretch(isExact(from) ? 'bar' : 'vague', [from.earliest, from.latest], place),
  renderDashes(place.axis.place(from.latest), place.right, place.y),
]

const renderOpenStart = (until: Moment, place: MarkPlace): Fragment => [
  renderStretch(isExact(until) ? 'bar' : 'vague', [until.earliest, until.latest], place),
  renderDashes(place.axis.place(until.earliest), place.left, place.y),
]

/** A dashed line with a point, towards where nothing is known. */
function renderDashes(from: number, to: number, y: number): Markup {
  const back = to > from ? -6 : 6
  return html`<path class="open" d="M${from} ${y}H${to}" />
    <path class="arrow" d="M${to + back} ${y - 5}L${to} ${y}L${to + back} ${y + 5}" />`
}

function renderStretch(
  kind: 'bar' | 'vague',
  [start, end]: readonly [number, number],
  { axis, y }: MarkPlace,
): Markup {
  const x = axis.place(start)
  const width = Math.max(2, round(axis.place(end) - x))
  return html`<rect
    class="${kind} s1"
    x="${x}"
    y="${y - THICKNESS / 2}"
    width="${width}"
    height="${THICKNESS}"
    rx="1.5"
  />`
}
