import { html } from '../../html/html.ts'
import type { Markup } from '../../html/html.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { formatAmount } from '../values/amount.ts'
import { columnsOf } from './columns.ts'
import type { Column, Row } from './columns.ts'
import type { JsonAnswer } from './json-answer.ts'
import { renderCell } from './render-term.ts'

/** A page shows no more rows than people read; files have them all. */
const MOST_ROWS = 500

/** Writes rows as a table for people, or says that there are none. */
export function renderResultTable(answer: JsonAnswer, context: PageContext): Markup {
  const { asked } = messagesIn(context.language)
  const rows = answer.results?.bindings ?? []
  if (rows.length === 0) return html`<p class="empty">${asked.noRows}</p>`
  const columns = columnsOf(answer)
  const shown = rows.slice(0, MOST_ROWS)
  const count = countRows(rows.length, context)
  return html`<div class="scroll answer" tabindex="0" role="region" aria-label="${count}">
    <table>
      <caption>
        ${count}
      </caption>
      <thead>
        <tr>
          ${columns.map(
            ({ title, kind }) =>
              html`<th scope="col" ${kind === 'number' && html`class="number"`}>${title}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${shown.map((row) => renderRow(row, columns, context))}
      </tbody>
    </table>
  </div>`
}

function countRows(count: number, { language }: PageContext): string {
  const { asked } = messagesIn(language)
  const write = (number: number): string => formatAmount(String(number), language)
  return count > MOST_ROWS
    ? asked.firstRows(write(MOST_ROWS), write(count))
    : asked.rows(count, write(count))
}

const renderRow = (row: Row, columns: readonly Column[], context: PageContext): Markup =>
  html`<tr>
    ${columns.map((column) => {
      const cell = renderCell(row, column, context)
      return column.kind === 'number'
        ? html`<td class="number">${cell}</td>`
        : html`<td>${cell}</td>`
    })}
  </tr>`
