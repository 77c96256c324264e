import { html } from '../../html/html.ts'
import type { Markup } from '../../html/html.ts'
import type { ProblemDetails } from '../../problem.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'

/** Why a query was not answered. */
export interface QueryProblem {
  readonly problem: ProblemDetails
  /** Where in its text; lines and columns count from 1. */
  readonly place?: { readonly line: number; readonly column: number } | undefined
  readonly text: string
}

/** Writes why a query was not answered, with the line that is wrong. The editor reads the place. */
export function renderProblem({ problem, place, text }: QueryProblem, page: PageContext): Markup {
  const words = messagesIn(page.language).queryPage
  return html`<section
    id="answer"
    tabindex="-1"
    aria-labelledby="answer-title"
    data-status="${words.failed}"
    data-detail="${problem.detail}"
    ${place && html`data-line="${place.line}" data-column="${place.column}"`}
  >
    <h2 id="answer-title">${words.failed}</h2>
    <div class="notice error">
      <p><bdi lang="en">${problem.detail}</bdi></p>
      ${place && renderPlace(text, place)}
    </div>
  </section>`
}

/** How many lines stand before and after the one that is wrong. */
const AROUND = 2
const LONGEST_LINE = 300

function renderPlace(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): Markup {
  const first = Math.max(1, line - AROUND)
  const lines = text.split('\n').slice(first - 1, line + AROUND)
  return html`<ol class="source" start="${first}">
    ${lines.map((content, index) =>
      index + first === line
        ? renderWrong(content, column)
        : html`<li><code>${content.slice(0, LONGEST_LINE)}</code></li>`,
    )}
  </ol>`
}

/** The place is marked in the line, from the character that does not fit to the end of its word. */
function renderWrong(content: string, column: number): Markup {
  const start = Math.max(0, column - LONGEST_LINE / 2)
  const before = content.slice(start, column - 1)
  const rest = content.slice(column - 1, column - 1 + LONGEST_LINE)
  const [wrong = ''] = /^(?:[\w:?$.-]+|.)/u.exec(rest) ?? [' ']
  const code = html`<code>${before}<strong>${wrong}</strong>${rest.slice(wrong.length)}</code>`
  return html`<li class="wrong">${code}</li>`
}
