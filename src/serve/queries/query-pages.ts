import { html } from '../html/html.ts'
import type { Fragment } from '../html/html.ts'
import { renderPage } from '../pages/layout.ts'
import type { PageContext } from '../pages/page-context.ts'
import type { DescribedParameter, DescribedQuery } from './describe-query.ts'
import type { JsonAnswer } from '../pages/answers/json-answer.ts'
import { renderResultTable } from '../pages/answers/result-table.ts'

/** Writes the page that lists the saved queries. */
export function renderQueryList(queries: readonly DescribedQuery[], context: PageContext): string {
  const items = queries.map(
    ({ query, path }) =>
      html`<dt>
          <a href="${context.path === '/queries' ? path.slice(1) : path}">${query.name}</a>
        </dt>
        <dd>${query.question}</dd>`,
  )
  const body = html`<h1>Questions</h1>
    <dl>${items}</dl>`
  return page('Questions', body, context)
}

/** What a page about an answer shows. */
export interface QueryAnswerPage {
  readonly described: DescribedQuery
  readonly values: URLSearchParams
  /** The answer: rows, yes or no, or a graph as Turtle; undefined where it is too long for a page. */
  readonly answer: JsonAnswer | string | undefined
}

/** Writes the page of a saved query: its question, a form for its parameters, and its answer. */
export function renderQueryAnswer(answer: QueryAnswerPage, context: PageContext): string {
  const { described, values } = answer
  const { query } = described
  const body = html`<h1>${query.question}</h1>
    ${renderForm(described, values)} ${renderAnswer(answer, context)}
    <p>This answer as ${renderFormats(described, values)}.</p>
    <details>
      <summary>The query</summary>
      <pre><code>${query.text}</code></pre>
      <p><a href="${last(described.path)}.rq">${query.name}.rq</a></p>
    </details>`
  return page(query.question, body, context)
}

const page = (title: string, body: Fragment, context: PageContext): string => {
  return renderPage({ title, body }, context)
}

/** Pages are beside each other, so the last part of a path is enough to link to it. */
const last = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

function renderForm({ parameters, path }: DescribedQuery, values: URLSearchParams): Fragment {
  if (parameters.length === 0) return undefined
  return html`<form method="get" action="${last(path)}">
    ${parameters.map((parameter) => renderField(parameter, values))}
    <button type="submit">Ask</button>
  </form>`
}

function renderField(parameter: DescribedParameter, values: URLSearchParams): Fragment {
  const { name, meaning, expected, example, optional, defaultValue } = parameter
  const value = values.get(name) ?? defaultValue ?? ''
  const isRequired = !optional && defaultValue === undefined
  return html`<p>
    <label for="param-${name}">${name}: ${meaning}</label><br />
    <input
      id="param-${name}"
      name="${name}"
      value="${value}"
      placeholder="${example}"
      title="${expected}"
      ${isRequired ? html`required` : undefined}
    />
  </p>`
}

function renderFormats({ formats, path }: DescribedQuery, values: URLSearchParams): Fragment {
  const query = new URLSearchParams([...values].filter(([name]) => name !== 'format')).toString()
  const links = formats
    .filter(({ name }) => name !== 'html')
    .map(({ title, extensions: [extension] }) => {
      const href = `${last(path)}.${extension}${query === '' ? '' : `?${query}`}`
      return html`<a href="${href}">${title}</a>`
    })
  return links.flatMap((link, index) => (index === 0 ? [link] : [', ', link]))
}

function renderAnswer({ answer }: QueryAnswerPage, context: PageContext): Fragment {
  if (answer === undefined) {
    return html`<p>The answer is too long for a page. Take it in one of the formats below.</p>`
  }
  if (typeof answer === 'string') return html`<pre><code>${answer}</code></pre>`
  if (answer.boolean !== undefined)
    return html`<p><strong>${answer.boolean ? 'Yes' : 'No'}</strong></p>`
  return renderResultTable(answer, context)
}
