import { html } from '../html/html.ts'
import type { Fragment, Markup } from '../html/html.ts'
import { drawable } from './drawable.ts'
import { fitText } from './fit-text.ts'

/** How wide all charts are, in units of their own; pages scale them. */
export const WIDTH = 720

/** A chart before it is drawn. */
export interface Drawing {
  readonly height: number
  /** What it is, in a few words. */
  readonly title: string
  /** What there is to see, for those who do not see it. */
  readonly description: string
  readonly content: Fragment
}

/** Wraps what is drawn into an image that tells what it shows. */
export const renderDrawing = ({ height, title, description, content }: Drawing): Markup =>
  html`<svg viewBox="0 0 ${WIDTH} ${Math.ceil(height)}" role="img" class="plot">
    <title>${drawable(title)}</title>
    <desc>${drawable(description)}</desc>
    ${content}
  </svg>`

/** Where a label stands, and how wide it may be. */
export interface LabelBox {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** Draws a label in a box that cuts what estimates of its width got wrong. */
export const renderLabel = (text: string, { x, y, width }: LabelBox): Markup =>
  html`<svg x="${x}" y="${y - 14}" width="${width}" height="20">
    <text y="14">${fitText(text, width)}</text>
  </svg>`
