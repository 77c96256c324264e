import { html } from '../../html/html.ts'
import type { Markup } from '../../html/html.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { formatDate } from '../values/date.ts'
import { pickText } from '../values/link.ts'
import { shortVersion } from './short-version.ts'

/** Writes how the data set is cited, as a line to copy. */
export function renderCitation(context: PageContext): Markup {
  const { datasetPage: about } = messagesIn(context.language)
  const { base, modified, version, site } = context.version
  const { title, publisher } = site.config
  const parts = [
    `${publisher ? `${publisher.name} ` : ''}(${modified.getUTCFullYear()})`,
    pickText(title, context)?.text ?? base,
    `${about.versionIn(shortVersion(version))}, ${formatDate(modified, context.language)}`,
    `${base}dataset`,
  ]
  return html`<section aria-labelledby="cite">
    <h2 id="cite">${about.cite}</h2>
    <p class="quiet">${about.citeHint}</p>
    <div class="copy"><pre class="wrap">${parts.join('. ')}</pre></div>
  </section>`
}
