import type { ProblemDetails } from '../problem.ts'
import { html } from './html.ts'
import { renderPage } from './layout.ts'

/** Writes an error as a page, with what there is instead. */
export function renderProblemPage(problem: ProblemDetails): string {
  const { status, title, detail, instance = '/', alternatives = [] } = problem
  return renderPage({
    title: `${status} ${title}`,
    language: 'en',
    path: instance,
    body: html`<h1>${status} ${title}</h1>
      <p><bdi>${detail}</bdi></p>
      <ul>
        ${alternatives.map(
          ({ href, type }) => html`<li><a href="${href}">${href}</a> <code>${type}</code></li>`,
        )}
      </ul>`,
  })
}
