import type { Entity } from '../../../statements/index.ts'
import { entityFormats } from '../../documents/links.ts'
import type { entityPaths } from '../../documents/links.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'

interface Sidebar {
  readonly paths: ReturnType<typeof entityPaths>
  readonly href: (to: string) => string
  readonly context: PageContext
}

/** Writes what stands beside the facts: the identifier, the same thing elsewhere, and the data in every format. */
export function renderSidebar(entity: Entity, { paths, href, context }: Sidebar): Markup {
  const words = messagesIn(context.language)
  return html`<aside>
    <section class="card" aria-labelledby="downloads">
      <h2 id="downloads">${words.downloads}</h2>
      <p class="quiet">${words.downloadsHint}</p>
      <ul class="chips">
        ${entityFormats.map(
          ({ title, extension, mediaTypes: [type] }) =>
            html`<li>
              <a href="${href(`${paths.data}.${extension}`)}" type="${type}">${title}</a>
            </li>`,
        )}
      </ul>
    </section>
    ${renderElsewhere(entity, context)}
    <section class="card" aria-labelledby="identifier">
      <h2 id="identifier">${words.identifier}</h2>
      <code>${entity.iri}</code>
    </section>
  </aside>`
}

/** The same thing on Wikidata and in other data, and the pages of wikis about it. */
function renderElsewhere({ sameAs, sitelinks }: Entity, { language }: PageContext): Fragment {
  const links = [
    ...sameAs.map((iri) => ({ href: iri, text: nameOf(iri) })),
    ...sitelinks.flatMap(({ url, site, title }) =>
      url === undefined ? [] : [{ href: url, text: `${site}: ${title}` }],
    ),
  ].filter(({ href }) => /^https?:\/\//.test(href))
  if (links.length === 0) return undefined
  return html`<section class="card" aria-labelledby="elsewhere">
    <h2 id="elsewhere">${messagesIn(language).elsewhere}</h2>
    <ul>
      ${links.map(
        ({ href, text }) =>
          html`<li>
            <a href="${href}"><bdi>${text}</bdi></a>
          </li>`,
      )}
    </ul>
  </section>`
}

/** `Wikidata Q6686` for its items, the address of everything else. */
function nameOf(iri: string): string {
  const [, id] = /^https?:\/\/www\.wikidata\.org\/entity\/([A-Z]\d+)$/.exec(iri) ?? []
  return id === undefined ? iri : `Wikidata ${id}`
}
