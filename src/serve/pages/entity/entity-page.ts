import type { Entity } from '../../../statements/index.ts'
import { entityPaths, pageLinks } from '../../documents/links.ts'
import { html, jsonLdBlock } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { basePath, relativePath } from '../../respond/paths.ts'
import { renderPage } from '../layout.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { pickText, renderLink, renderText } from '../values/link.ts'
import { renderCharts } from './charts.ts'
import { renderSidebar } from './sidebar.ts'
import { renderLinkedFrom } from './linked-from.ts'
import { renderPropertyGroup } from './property-group.ts'
import { sortForReading } from './sort-statements.ts'

/** What the page about an entity is made of. */
export interface EntityPage {
  readonly entity: Entity
  /** The entity in the schema.org view, as JSON-LD. */
  readonly jsonLd: string
}

/** Writes the page about an entity: its names, what is known of it, where that comes from, and what links to it. */
export function renderEntityPage({ entity, jsonLd }: EntityPage, context: PageContext): string {
  const { path, version, language } = context
  const words = messagesIn(language)
  const root = basePath(version.base)
  const href = (to: string) => (to.startsWith('/') ? relativePath(path, to.slice(root.length)) : to)
  const name = pickText(entity.labels, context) ?? { text: entity.id }
  const description = pickText(entity.descriptions, context)
  const groups = sortForReading(entity.statements, context)
  return renderPage(
    {
      title: name.text,
      head: [
        description && html`<meta name="description" content="${description.text}" />`,
        pageLinks({ entity, version }).map(
          ({ href: to, rel, type }) =>
            html`<link rel="${rel}" href="${href(to)}" ${type && html`type="${type}"`} /> `,
        ),
        jsonLdBlock(jsonLd),
      ],
      body: html`<article class="entity">
        <header>
          ${renderKinds(entity, context)}
          <h1>${renderText(name)}</h1>
          ${description && html`<p class="lead">${renderText(description)}</p>`}
          ${renderAliases(entity, context)}
        </header>
        <div>
          ${renderCharts(groups, name.text, context)}
          ${
            groups.length === 0
              ? html`<p class="empty">${words.noStatements}</p>`
              : html`<section class="statements" aria-labelledby="statements">
                  <h2 id="statements">${words.statements}</h2>
                  ${groups.map(([property, statements]) =>
                    renderPropertyGroup(property, statements, context),
                  )}
                </section>`
          }
          ${renderLinkedFrom(entity, context)}
        </div>
        ${renderSidebar(entity, { paths: entityPaths({ entity, version }), href, context })}
      </article>`,
    },
    context,
  )
}

const INSTANCE_OF = 'instanceOf'

/** What it is, as links. */
function renderKinds({ statements }: Entity, context: PageContext): Fragment {
  const { ontology } = context.version.site
  const kinds = statements.flatMap(({ mainSnak, rank }) => {
    const isKind = ontology.findProperty(mainSnak.property)?.key === INSTANCE_OF
    if (!isKind || rank === 'deprecated' || mainSnak.snakType !== 'value') return []
    return mainSnak.value.type === 'entityid' ? [mainSnak.value.iri] : []
  })
  if (kinds.length === 0) return undefined
  return html`<p class="kind">
    ${kinds.map((iri, at) => [at > 0 ? ', ' : '', renderLink(iri, context)])}
  </p>`
}

function renderAliases({ aliases }: Entity, { language }: PageContext): Fragment {
  const all = [...aliases].flatMap(([tag, texts]) =>
    texts.map((text): Markup => renderText({ text, language: tag === language ? undefined : tag })),
  )
  if (all.length === 0) return undefined
  const words = messagesIn(language)
  return html`<p class="quiet">
    ${words.aliases}: ${all.map((text, at) => [at > 0 ? ', ' : '', text])}
  </p>`
}
