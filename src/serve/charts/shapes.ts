import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from 'd3-shape'
import { html } from '../html/html.ts'
import type { Markup } from '../html/html.ts'

const shapes = [
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  symbolCross,
  symbolStar,
].map((type) => ({
  large: symbol(type, 80).digits(2)() ?? '',
  small: symbol(type, 26).digits(2)() ?? '',
}))

/** The class that gives a series its colour. */
export const seriesClass = (index: number): string => `s${(index % shapes.length) + 1}`

/** Draws the shape of a series at a place. */
export function renderShape(
  index: number,
  x: number,
  y: number,
  size: 'large' | 'small' = 'large',
): Markup {
  const path = shapes[index % shapes.length]?.[size] ?? ''
  return html`<path
    class="point ${seriesClass(index)}"
    d="${path}"
    transform="translate(${x} ${y})"
  />`
}
