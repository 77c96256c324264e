import type { Catalogue } from '../../catalogue/index.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { relativePath } from '../../respond/paths.ts'
import { renderPage } from '../layout.ts'
import { messagesIn } from '../messages/index.ts'
import { renderFormats } from '../ontology/term-page.ts'
import type { PageContext } from '../page-context.ts'
import { formatDate } from '../values/date.ts'
import { languageName } from '../values/language-name.ts'
import { pickText, renderText } from '../values/link.ts'
import { renderCitation } from './citation.ts'
import { shortVersion } from './short-version.ts'
import { renderDownloads } from './downloads.ts'
import type { Download } from './downloads.ts'

/** How many of the files it was made from are listed. */
const FILES = 200

/** What the page about the data set is made of. */
export interface DatasetPage {
  readonly catalogue: Catalogue
  readonly downloads: readonly Download[]
}

/** Writes what the data set is: who publishes it, under which licence, how much it holds, and how to get and cite it. */
export function renderDatasetPage(
  { catalogue, downloads }: DatasetPage,
  context: PageContext,
): string {
  const words = messagesIn(context.language)
  const { datasetPage: about } = words
  const { config } = context.version.site
  const title = pickText(config.title, context) ?? { text: context.version.base }
  const description = pickText(config.description, context)
  return renderPage(
    {
      title: words.dataset,
      head: description && html`<meta name="description" content="${description.text}" />`,
      body: html`<article class="entity">
        <header>
          <p class="kind">${words.dataset}</p>
          <h1>${renderText(title)}</h1>
          ${description && html`<p class="lead">${renderText(description)}</p>`}
        </header>
        <div>
          ${renderAbout(catalogue, context)} ${renderDownloads(downloads, context)}
          ${renderCitation(context)} ${renderFiles(context)}
        </div>
        <aside>
          ${renderFormats(context)}
          <section class="card" aria-labelledby="more">
            <h2 id="more">${about.more}</h2>
            <p class="quiet">${about.moreHint}</p>
            <ul>
              ${listDescriptions(context)}
            </ul>
          </section>
        </aside>
      </article>`,
    },
    context,
  )
}

function renderAbout(catalogue: Catalogue, context: PageContext): Markup {
  const { datasetPage: about, browsing } = messagesIn(context.language)
  const { base, modified, version, store, site } = context.version
  const { license, publisher, languages } = site.config
  const rows: readonly (readonly [string, Fragment])[] = [
    [about.publisher, publisher && renderPublisher(publisher)],
    [
      about.licence,
      html`<a href="${license}" rel="license">${about.licences[license] ?? license}</a>`,
    ],
    [
      about.size,
      [
        browsing.entries(catalogue.entities.length),
        browsing.statements(catalogue.statements),
        about.references(browsing.number(catalogue.references)),
        about.triples(browsing.number(store.size)),
      ].join(' · '),
    ],
    [about.languages, languages.map((tag) => languageName(tag)).join(', ')],
    [
      about.changed,
      html`<time datetime="${modified.toISOString()}"
        >${formatDate(modified, context.language)}</time
      >`,
    ],
    [about.version, html`<code>${shortVersion(version)}</code>`],
    [about.endpoint, html`<code>${base}sparql</code>`],
    [about.address, html`<code>${base}dataset</code>`],
  ]
  return html`<section aria-labelledby="about">
    <h2 id="about">${about.about}</h2>
    <dl class="facts">
      ${rows.map(
        ([name, told]) =>
          told !== undefined &&
          html`<div>
            <dt>${name}</dt>
            <dd>${told}</dd>
          </div>`,
      )}
    </dl>
  </section>`
}

const renderPublisher = ({
  name,
  url,
}: {
  readonly name: string
  readonly url?: string
}): Markup =>
  url === undefined ? html`<bdi>${name}</bdi>` : html`<a href="${url}"><bdi>${name}</bdi></a>`

function listDescriptions(context: PageContext): Markup[] {
  const { datasetPage: about } = messagesIn(context.language)
  const files = [
    ['/dataset?format=turtle', about.described],
    ['/context.jsonld', about.context],
    ['/shapes.ttl', about.shapes],
    ['/facts.schema.json', about.factsSchema],
    ['/openapi.json', about.openApi],
    ['/sitemap.xml', about.siteMap],
  ] as const
  return files.map(
    ([to, name]) => html`<li><a href="${relativePath(context.path, to)}">${name}</a></li>`,
  )
}

function renderFiles(context: PageContext): Markup {
  const { datasetPage: about, browsing } = messagesIn(context.language)
  const { files } = context.version.site
  return html`<section aria-labelledby="files">
    <h2 id="files">${about.changes}</h2>
    <details>
      <summary>${about.changesHint(browsing.number(files.length))}</summary>
      <ul>
        ${files.slice(0, FILES).map(({ name }) => html`<li><code>${name}</code></li>`)}
        ${files.length > FILES && html`<li>${browsing.more(files.length - FILES)}</li>`}
      </ul>
    </details>
  </section>`
}
