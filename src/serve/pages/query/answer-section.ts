import { resultFormats, rdfFormats } from '../../../formats.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { renderAnswerChart } from '../answers/answer-chart.ts'
import { renderResultTable } from '../answers/result-table.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { formatAmount } from '../values/amount.ts'
import { graphFields, linkQuery } from './link-query.ts'
import type { SentQuery } from './link-query.ts'
import type { ShownAnswer } from './read-answer.ts'

/** An answer, and what is said of it. */
export interface AnsweredQuery {
  readonly query: SentQuery
  readonly shown: ShownAnswer
  readonly milliseconds: number
  /** A graph in Turtle. */
  readonly turtle?: string | undefined
}

/** Writes the answer of a query: rows, yes or no, or a graph; and how to take it elsewhere. */
export function renderAnswer(answered: AnsweredQuery, page: PageContext): Markup {
  const { shown, turtle } = answered
  const words = messagesIn(page.language).queryPage
  const status = describeAnswer(answered, page)
  const { boolean } = shown.answer
  return html`<section
    id="answer"
    class="answers"
    tabindex="-1"
    aria-labelledby="answer-title"
    data-status="${status}"
  >
    <h2 id="answer-title">${words.answer}</h2>
    <p class="quiet">${status}</p>
    ${shown.isCut && html`<p class="notice">${words.firstOnly(countRows(shown, page))}</p>`}
    ${boolean === undefined ? renderRows(shown, page) : renderBoolean(boolean, page)}
    ${
      turtle !== undefined &&
      html`<details>
        <summary>${words.asTurtle}</summary>
        <pre tabindex="0"><code>${turtle}</code></pre>
      </details>`
    }
    ${renderDownloads(answered, page)} ${renderShare(answered.query, page)}
  </section>`
}

/** A chart, where one fits, above the table; graphs are no series. */
const renderRows = ({ answer, quads }: ShownAnswer, page: PageContext): Fragment => [
  quads ? undefined : renderAnswerChart(answer, page),
  renderResultTable(answer, page),
]

const rowsOf = ({ answer }: ShownAnswer): number => answer.results?.bindings.length ?? 0

const countRows = (shown: ShownAnswer, { language }: PageContext): string =>
  formatAmount(String(rowsOf(shown)), language)

function describeAnswer({ shown, milliseconds }: AnsweredQuery, page: PageContext): string {
  const words = messagesIn(page.language).queryPage
  const seconds = formatAmount(
    (milliseconds / 1000).toFixed(milliseconds < 995 ? 2 : 1),
    page.language,
  )
  if (shown.answer.boolean !== undefined) return words.answeredIn(seconds)
  const say = shown.quads ? words.triplesIn : words.rowsIn
  return say(rowsOf(shown), countRows(shown, page), seconds)
}

function renderBoolean(answer: boolean, { language }: PageContext): Markup {
  const { yes, no } = messagesIn(language).queryPage
  return html`<p class="yes-no"><strong>${answer ? yes : no}</strong></p>`
}

const { csv, json, tsv, xml } = resultFormats
const { turtle, jsonld, rdfxml } = rdfFormats
const tables = [csv, json, tsv, xml]
const booleans = [json, xml]
const graphs = [turtle, jsonld, rdfFormats['n-triples'], rdfxml]

function renderDownloads({ query, shown }: AnsweredQuery, page: PageContext): Fragment {
  const words = messagesIn(page.language).queryPage
  const others = shown.answer.boolean === undefined ? tables : booleans
  const formats = shown.quads ? graphs : others
  const links = formats.map(({ name, title, extensions }) => {
    // `.json` opens in more programs than `.srj`.
    const extension = shown.quads ? extensions[0] : name
    const href = linkQuery(query, { path: page.path, format: name })
    const text = shortName(title)
    return href === undefined
      ? html`<li><button class="plain" name="format" value="${name}">${text}</button></li>`
      : html`<li><a href="${href}" download="answer.${extension}">${text}</a></li>`
  })
  return html`<form method="post" action="${formAction(page)}">
    ${isLong(query, page) && renderHidden(query)}
    <h3>${words.downloads}</h3>
    <ul class="chips">
      ${links}
    </ul>
  </form>`
}

/** `SPARQL results in JSON` is "JSON". */
const shortName = (title: string): string => title.replace(/^.* in /, '')

const formAction = ({ path }: PageContext): string =>
  linkQuery({ text: '', defaultGraphs: [], namedGraphs: [] }, { path })?.split('?')[0] ?? ''

const isLong = (query: SentQuery, { path }: PageContext): boolean =>
  linkQuery(query, { path, format: 'n-triples' }) === undefined

function renderHidden(query: SentQuery): Fragment {
  return html`<textarea name="query" hidden>${query.text}</textarea> ${graphFields(query).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    )}`
}

function renderShare(query: SentQuery, page: PageContext): Markup {
  const words = messagesIn(page.language).queryPage
  const link = linkQuery(query, { path: page.path })
  if (link === undefined) return html`<p class="quiet">${words.tooLongToShare}</p>`
  return html`<p><a href="${link}" data-share>${words.share}</a></p>`
}
