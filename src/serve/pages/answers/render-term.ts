import { xsd } from '../../../vocabulary.ts'
import type { TimePrecision } from '../../../statements/index.ts'
import { html } from '../../html/html.ts'
import type { Fragment } from '../../html/html.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { formatAmount } from '../values/amount.ts'
import { hrefOf, renderLink, renderText } from '../values/link.ts'
import { formatTime } from '../values/time.ts'
import type { Column, Row } from './columns.ts'
import type { JsonTerm } from './json-answer.ts'
import { isTime, textOf } from './term-kinds.ts'

/** Writes what a row has in a column: what is named as a link with its label, numbers and times as people write them. */
export function renderCell(row: Row, column: Column, context: PageContext): Fragment {
  const term = row[column.variable]
  const label = column.label === undefined ? undefined : row[column.label]
  if (term?.type === 'uri' && label) {
    const text = renderLiteral(label, context)
    const href = hrefOf(textOf(term), context)
    return href === undefined ? text : html`<a href="${href}">${text}</a>`
  }
  const shown = term ?? label
  if (!shown) return undefined
  if (column.kind === 'year') return textOf(shown)
  if (column.kind === 'number') return writeNumber(textOf(shown), context.language)
  return renderTerm(shown, context)
}

/** Writes any term. */
function renderTerm(term: JsonTerm, context: PageContext): Fragment {
  const { language } = context
  const text = textOf(term)
  if (term.type === 'uri') return renderLink(text, context)
  if (term.type !== 'literal') return html`<code>${text}</code>`
  if (isTime(term)) return html`<time datetime="${text}">${writeTime(term, language)}</time>`
  if (term.datatype === xsd.boolean && /^(?:true|false)$/.test(text)) {
    const { yes, no } = messagesIn(language).asked
    return text === 'true' ? yes : no
  }
  return renderLiteral(term, context)
}

function renderLiteral(term: JsonTerm, { language: ofPage }: PageContext): Fragment {
  const { 'xml:lang': language } = term
  return renderText({ text: textOf(term), language: language === ofPage ? undefined : language })
}

/** Writes a number with all its digits, as it is where it is no plain decimal. */
export const writeNumber = (text: string, language: string): string =>
  /^[+-]?\d+(?:\.\d+)?$/.test(text) ? formatAmount(text, language) : text

/** How exact each shape is: a year, a month, a day. */
const shapes: readonly (readonly [RegExp, string, TimePrecision])[] = [
  [/^(-?\d{4,})$/, '-00-00', 9],
  [/^(-?\d{4,}-\d\d)$/, '-00', 10],
  [/^(-?\d{4,}-\d\d-\d\d)(?:Z|T00:00:00(?:\.0+)?Z?)?$/, '', 11],
]

/** Writes a time in words; one with an hour stays as it is. */
export function writeTime(term: JsonTerm, language: string): string {
  const text = textOf(term)
  for (const [shape, rest, precision] of shapes) {
    const [, found] = shape.exec(text) ?? []
    if (found === undefined) continue
    const time = `${toWikibase(found)}${rest}T00:00:00Z`
    return formatTime({ type: 'time', time, precision, calendar: 'gregorian' }, language)
  }
  return text
}

/** In XSD the year 0000 is 1 BCE, -0001 is 2 BCE; Wikibase counts 1 BCE as -0001. */
function toWikibase(text: string): string {
  const [, year = '', rest = ''] = /^(-?\d+)(.*)$/.exec(text) ?? []
  const count = Number(year)
  return count > 0 ? `+${text}` : `-${String(1 - count).padStart(4, '0')}${rest}`
}
