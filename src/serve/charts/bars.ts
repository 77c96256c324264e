import { html } from '../html/html.ts'
import type { Fragment, Markup } from '../html/html.ts'
import { messagesIn } from '../pages/messages/index.ts'
import { layOutAmounts } from './amount-axis.ts'
import type { AmountAxis } from './amount-axis.ts'
import { renderDrawing, renderLabel, WIDTH } from './drawing.ts'
import { max } from './extent.ts'
import { textWidth } from './fit-text.ts'
import { listValues, shortName } from './list-values.ts'
import { round } from './round.ts'

/** An amount of a thing. */
export interface Bar {
  readonly label: string
  readonly amount: number
  /** The amount as it is written. */
  readonly text: string
}

/** What a chart of bars shows. */
export interface BarChart {
  readonly title: string
  readonly bars: readonly Bar[]
  readonly language: string
}

/** People compare no more bars than these. */
export const MOST_BARS = 30

const ROW = 27
const TOP = 6
const GAP = 14

/** Draws amounts of things in rows, as bars from zero. */
export function renderBars({ title, bars, language }: BarChart): Markup {
  const shown = bars.slice(0, MOST_BARS)
  const labels = Math.min(
    WIDTH * 0.36,
    Math.ceil(max(shown.map(({ label }) => textWidth(label))) + 4),
  )
  const texts = Math.min(WIDTH * 0.2, Math.ceil(max(shown.map(({ text }) => textWidth(text))) + 4))
  const bottom = TOP + shown.length * ROW
  const axis = layOutAmounts(
    shown.map(({ amount }) => amount),
    [labels + GAP, WIDTH - texts - GAP],
    language,
  )
  const described = shown.map(({ label, text }) => `${shortName(label)} ${text}`)
  return renderDrawing({
    height: bottom + 8,
    title,
    description: messagesIn(language).charts.summary(title, listValues(described, language)),
    content: [
      html`<g class="axis"><path d="M${axis.place(0)} ${TOP}V${bottom}" /></g>`,
      shown.map((bar, at) => renderBar(bar, { axis, labels, texts, y: TOP + (at + 0.5) * ROW })),
    ],
  })
}

interface BarPlace {
  readonly axis: AmountAxis
  readonly labels: number
  readonly texts: number
  readonly y: number
}

function renderBar({ label, amount, text }: Bar, { axis, labels, texts, y }: BarPlace): Fragment {
  const [zero, end] = [axis.place(0), axis.place(amount)]
  const [left, right] = [Math.min(zero, end), Math.max(zero, end)]
  return [
    renderLabel(label, { x: 0, y: y + 4, width: labels }),
    html`<rect
      class="bar s1"
      x="${left}"
      y="${y - 7}"
      width="${round(right - left)}"
      height="14"
      rx="1.5"
    />`,
    renderLabel(text, { x: right + 7, y: y + 4, width: texts }),
  ]
}
