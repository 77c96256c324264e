import type { ProblemDetails } from '../problem.ts'
import { html } from '../html/html.ts'
import { renderPage } from './layout.ts'
import type { PageContext } from './page-context.ts'

/** Writes an error as a page, with what there is instead. */
export function renderProblemPage(problem: ProblemDetails, context: PageContext): string {
  const { status, title, detail, alternatives = [] } = problem
  return renderPage(
    {
      title: `${status} ${title}`,
      // Errors are told in English, whatever the language of the page.
      body: html`<h1 lang="en">${status} ${title}</h1>
        <p class="lead" lang="en"><bdi>${detail}</bdi></p>
        ${
          alternatives.length > 0 &&
          html`<ul class="chips">
            ${alternatives.map(
              ({ href, type }) =>
                html`<li>
                  <a href="${href}" type="${type}">${href} <code>${type}</code></a>
                </li>`,
            )}
          </ul>`
        }`,
    },
    context,
  )
}
