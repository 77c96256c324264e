import { html } from '../html/html.ts'
import type { Fragment, Markup } from '../html/html.ts'
import { messagesIn } from '../pages/messages/index.ts'

/** A chart with what belongs to it. */
export interface Figure {
  readonly caption: Fragment
  /** What is seen, and what is not in the chart. */
  readonly note?: Fragment
  readonly chart: Markup
  /** The same values; missing where the page has them beside the chart. */
  readonly table?: Markup
  readonly language: string
}

/** Sets a chart, with a caption above and its values as a table below; a wide one scrolls in its own box. */
export function renderFigure({ caption, note, chart, table, language }: Figure): Markup {
  const words = messagesIn(language)
  return html`<figure>
    <figcaption>
      ${caption} ${note !== undefined && html`<span class="quiet">${note}</span>`}
    </figcaption>
    <div class="chart" tabindex="0" role="group" aria-label="${words.charts.scroll}">${chart}</div>
    ${
      table &&
      html`<details>
        <summary>${words.asTable}</summary>
        <div class="scroll">${table}</div>
      </details>`
    }
  </figure>`
}
