import { pickLabel, statementNodeName } from '../../rdf/index.ts'
import { groupByProperty } from '../../statements/index.ts'
import type { Entity, Reference, Snak, Statement } from '../../statements/index.ts'
import { entityFormats, entityPaths, pageLinks } from '../documents/links.ts'
import { basePath, relativePath } from '../respond/paths.ts'
import { html, jsonLdBlock } from './html.ts'
import type { Fragment, Markup } from './html.ts'
import { renderPage } from './layout.ts'
import type { Page } from './layout.ts'
import { renderLink, renderSnak } from './value.ts'
import type { PageContext } from './value.ts'

/** What the page about an entity is made of. */
export interface EntityPage extends PageContext, Pick<Page, 'trouble'> {
  readonly entity: Entity
  /** The entity in the schema.org view, as JSON-LD. */
  readonly jsonLd: string
}

/** Writes the page about an entity: its names, its statements by property, and where its data is. */
export function renderEntityPage(page: EntityPage): string {
  const { entity, language, path, version, trouble, jsonLd } = page
  const label = pickLabel(entity.labels, language) ?? entity.id
  const root = basePath(version.base)
  const href = (to: string) => (to.startsWith('/') ? relativePath(path, to.slice(root.length)) : to)
  const links = pageLinks({ entity, version })
  return renderPage({
    title: label,
    language,
    path,
    trouble,
    head: [
      links.map(
        ({ href: to, rel, type }) =>
          html`<link rel="${rel}" href="${href(to)}" ${type && html`type="${type}"`} /> `,
      ),
      jsonLdBlock(jsonLd),
    ],
    body: html`<h1><bdi>${label}</bdi></h1>
      <p>${pickLabel(entity.descriptions, language)}</p>
      ${renderAliases(entity)}
      <p>${entity.iri}</p>
      ${renderStatements(entity, page)}
      <h2>Data</h2>
      <ul>
        ${entityFormats.map(
          ({ title, extension }) =>
            html`<li>
              <a href="${href(`${entityPaths({ entity, version }).data}.${extension}`)}"
                >${title}</a
              >
            </li>`,
        )}
      </ul>`,
  })
}

function renderAliases({ aliases }: Entity): Fragment {
  const all = [...aliases].flatMap(([language, texts]) =>
    texts.map((text) => html`<li lang="${language}"><bdi>${text}</bdi></li>`),
  )
  return all.length === 0
    ? undefined
    : html`<ul>
        ${all}
      </ul>`
}

const renderStatements = ({ statements }: Entity, context: PageContext): Markup[] =>
  [...groupByProperty(statements)].map(
    ([property, group]) =>
      html`<section>
        <h2>${renderLink(property, context)}</h2>
        <ul>
          ${group.map((statement) => renderStatement(statement, context))}
        </ul>
      </section>`,
  )

function renderStatement(statement: Statement, context: PageContext): Markup {
  const { id, mainSnak, qualifiers, rank, references } = statement
  return html`<li id="${statementNodeName(id)}">
    ${renderSnak(mainSnak, context)} ${rank === 'normal' ? undefined : html`<em>(${rank})</em>`}
    ${renderSnaks(qualifiers, context)}
    ${references.map((reference) => renderReference(reference, context))}
  </li>`
}

const renderReference = ({ snaks }: Reference, context: PageContext): Markup =>
  html`<details>
    <summary>Reference</summary>
    ${renderSnaks(snaks, context)}
  </details>`

function renderSnaks(snaks: readonly Snak[], context: PageContext): Fragment {
  if (snaks.length === 0) return undefined
  return html`<dl>
    ${snaks.map(
      (snak) =>
        html`<dt>${renderLink(snak.property, context)}</dt>
          <dd>${renderSnak(snak, context)}</dd>`,
    )}
  </dl>`
}
