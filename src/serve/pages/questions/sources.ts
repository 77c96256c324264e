import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { pageFormat } from '../../queries/query-formats.ts'
import type { DescribedQuery } from '../../queries/describe-query.ts'
import { relativePath } from '../../respond/paths.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { linkQuery } from '../query/link-query.ts'

/** An answered question, for those who want it elsewhere. */
export interface AnsweredQuestion {
  readonly described: DescribedQuery
  /** With the language that the answer is in. */
  readonly values: URLSearchParams
  /** The query, with the values in it. */
  readonly text: string
}

/** Writes how to take an answer elsewhere: as a file in each format, and as the query that gave it. */
export function renderSources(question: AnsweredQuestion, page: PageContext): Markup {
  const { asked } = messagesIn(page.language)
  const { described, text } = question
  const editor = linkQuery({ text, defaultGraphs: [], namedGraphs: [] }, { path: page.path })
  return html`<section aria-labelledby="downloads">
    <h2 id="downloads">${asked.downloads}</h2>
    <ul class="chips">
      ${renderFormats(question, page)}
    </ul>
    <details>
      <summary>${asked.text}</summary>
      <pre tabindex="0"><code>${text.trimEnd()}</code></pre>
      <ul class="chips">
        ${editor !== undefined && html`<li><a href="${editor}">${asked.openInEditor}</a></li>`}
        <li>
          <a href="${relativePath(page.path, described.path)}.rq">${described.query.name}.rq</a>
        </li>
      </ul>
    </details>
  </section>`
}

function renderFormats({ described, values }: AnsweredQuestion, { path }: PageContext): Fragment {
  const query = new URLSearchParams(
    [...values].filter(([name]) => isKept(name, described)),
  ).toString()
  return described.formats
    .filter(({ name }) => name !== pageFormat.name)
    .map(({ title, mediaTypes: [type], extensions: [extension] }) => {
      const href = `${relativePath(path, described.path)}.${extension}${query === '' ? '' : `?${query}`}`
      return html`<li><a href="${href}" type="${type}">${title.replace(/^.* in /, '')}</a></li>`
    })
}

/** The format is in the path, and only pages have a language of their own. */
const isKept = (name: string, { parameters }: DescribedQuery): boolean =>
  parameters.some((parameter) => parameter.name === name)
