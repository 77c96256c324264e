import { html } from '../html/html.ts'
import type { Fragment } from '../html/html.ts'
import { WIDTH } from './drawing.ts'
import { fitText, FONT_SIZE, textWidth } from './fit-text.ts'
import { round } from './round.ts'

/** A text that belongs to a point. */
export interface PointText {
  readonly x: number
  readonly y: number
  readonly text: string
  /** Where it would else lie on a column. */
  readonly isBelow: boolean
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly text: string
}

const WIDEST = 110
const AWAY = 9

/** Finds a place for each text beside its point, where it covers no other one; those without room are left out. */
export function placeTexts(texts: readonly PointText[]): readonly Box[] {
  const placed: Box[] = []
  for (const text of texts) {
    const box = candidates(text).find(
      (candidate) => !placed.some((other) => overlap(candidate, other)),
    )
    if (box) placed.push(box)
  }
  return placed
}

function candidates({ x, y, text, isBelow }: PointText): Box[] {
  const shown = fitText(text, WIDEST)
  const width = Math.ceil(textWidth(shown))
  const middle = Math.min(Math.max(0, x - width / 2), WIDTH - width)
  const above = { x: round(middle), y: y - AWAY, width, text: shown }
  const below = { ...above, y: y + AWAY + FONT_SIZE }
  const right = { ...above, x: round(x + AWAY), y: y + 4 }
  const left = { ...above, x: round(x - AWAY - width), y: y + 4 }
  const all = isBelow ? [below, right, left] : [above, right, left]
  return all.filter((box) => box.x >= 0 && box.x + box.width <= WIDTH)
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + 4 && b.x < a.x + a.width + 4 && Math.abs(a.y - b.y) < FONT_SIZE + 1

/** Draws texts where they were placed. */
export const renderTexts = (boxes: readonly Box[]): Fragment =>
  boxes.map(({ x, y, text }) => html`<text class="value" x="${x}" y="${y}">${text}</text>`)
