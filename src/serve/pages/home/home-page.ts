import { html } from '../../html/html.ts'
import { encodePart, relativePath } from '../../respond/paths.ts'
import { renderPage } from '../layout.ts'
import type { PageContext } from '../page-context.ts'
import { pickText, renderText } from '../values/link.ts'

/** How many entities the home page lists; the site map has all. */
const LIMIT = 1000

/** Writes the home page: what the site is, and its entities. */
export function renderHomePage(context: PageContext): string {
  const { version, path } = context
  const { config, entities } = version.site
  const title = pickText(config.title, context) ?? { text: version.base }
  const description = pickText(config.description, context)
  const link = (to: string) => relativePath(path, to)
  return renderPage(
    {
      title: title.text,
      body: html`<h1>${renderText(title)}</h1>
        ${description && html`<p class="lead">${renderText(description)}</p>`}
        <ul>
          ${entities.slice(0, LIMIT).map(
            ({ id, labels }) =>
              html`<li>
                <a href="${link(`/page/${encodePart(id)}`)}"
                  >${renderText(pickText(labels, context) ?? { text: id })}</a
                >
              </li>`,
          )}
        </ul>`,
    },
    context,
  )
}
