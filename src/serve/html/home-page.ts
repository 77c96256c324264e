import { pickLabel } from '../../rdf/index.ts'
import { relativePath } from '../respond/paths.ts'
import { html } from './html.ts'
import { renderPage } from './layout.ts'
import type { Page } from './layout.ts'
import type { PageContext } from './value.ts'
import { encodePart } from '../respond/paths.ts'

/** How many entities the home page lists; the site map has all. */
const LIMIT = 1000

/** Writes the home page: what the site is, and its entities. */
export function renderHomePage(page: PageContext & Pick<Page, 'trouble'>): string {
  const { version, language, path, trouble } = page
  const { config, entities } = version.site
  const title = pickLabel(config.title, language) ?? version.base
  const link = (to: string) => relativePath(path, to)
  const { defaultEntity } = config
  return renderPage({
    title,
    language,
    path,
    trouble,
    body: html`<h1><bdi>${title}</bdi></h1>
      <p>${pickLabel(config.description, language)}</p>
      ${
        defaultEntity === undefined
          ? undefined
          : html`<p><a href="${link(`/page/${encodePart(defaultEntity)}`)}">Start here</a></p>`
      }
      <ul>
        ${entities.slice(0, LIMIT).map(
          ({ id, labels }) =>
            html`<li>
              <a href="${link(`/page/${encodePart(id)}`)}"
                ><bdi>${pickLabel(labels, language) ?? id}</bdi></a
              >
            </li>`,
        )}
      </ul>
      <p><a href="${config.license}" rel="license">Licence</a></p>`,
  })
}
