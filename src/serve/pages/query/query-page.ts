import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { relativePath } from '../../respond/paths.ts'
import { listLimits } from '../../sparql/describe-service.ts'
import type { WorkerLimits } from '../../workers/index.ts'
import { assetPath } from '../assets.ts'
import { renderPage, renderScript } from '../layout.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { formatAmount } from '../values/amount.ts'
import { renderExamples } from './examples.ts'
import type { SentQuery } from './link-query.ts'
import { renderQueryForm } from './query-form.ts'

/** What the query page shows. */
export interface QueryPage {
  /** What the form holds; an example where there is none. */
  readonly query?: SentQuery | undefined
  /** The answer of the query, or why there is none. */
  readonly outcome?: Markup | undefined
  readonly limits: WorkerLimits
}

/** Writes the page where people ask in SPARQL; it works without scripts. */
export function renderQueryPage({ query, outcome, limits }: QueryPage, page: PageContext): string {
  const words = messagesIn(page.language)
  return renderPage(
    {
      title: words.query,
      head: renderScript(assetPath('query.js'), (to) => relativePath(page.path, to)),
      body: html`<h1>${words.query}</h1>
        <p class="lead">${words.queryPage.intro}</p>
        <div class="ask">
          <div>
            ${renderQueryForm(query, page)}
            ${outcome ?? html`<section id="answer" tabindex="-1" hidden></section>`}
          </div>
          <div>${renderExamples(page)} ${renderLimits(limits, page)}</div>
        </div>`,
    },
    page,
  )
}

function renderLimits(limits: WorkerLimits, { language }: PageContext): Fragment {
  const { queryPage } = messagesIn(language)
  return html`<details>
    <summary>${queryPage.limits}</summary>
    <ul>
      ${listLimits(limits).map(({ name, value }) => {
        const amount = formatAmount(String(value), language)
        return html`<li>${queryPage.limit[name]?.(amount) ?? `${name}: ${amount}`}</li>`
      })}
    </ul>
  </details>`
}
