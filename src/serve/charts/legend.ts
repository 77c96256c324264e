import type { Fragment } from '../html/html.ts'
import { renderLabel, WIDTH } from './drawing.ts'
import { textWidth } from './fit-text.ts'
import type { Series } from './series.ts'
import { renderShape } from './shapes.ts'

const LINE = 22
const MARK = 18
const WIDEST = 220
const GAP = 18

/** How high the legend is; one series needs none. */
export const legendHeight = (series: readonly Series[]): number =>
  (placeEntries(series).at(-1)?.line ?? -1) * LINE + LINE

/** Draws the shape and the name of each series above the plot. */
export const renderLegend = (series: readonly Series[]): Fragment =>
  placeEntries(series).map(({ label, x, line, width }, index) => [
    renderShape(index, x + 6, line * LINE + 10),
    renderLabel(label, { x: x + MARK, y: line * LINE + 14, width }),
  ])

function placeEntries(series: readonly Series[]) {
  if (series.length < 2) return []
  let x = 0
  let line = 0
  return series.map(({ label }) => {
    const width = Math.min(WIDEST, Math.ceil(textWidth(label) + 4))
    if (x > 0 && x + MARK + width > WIDTH) {
      x = 0
      line += 1
    }
    const entry = { label, x, line, width }
    x += MARK + width + GAP
    return entry
  })
}
