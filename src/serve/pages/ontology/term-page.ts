import { listMembers } from '../../catalogue/class-tree.ts'
import { visitInSlices } from '../../catalogue/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { rdfDocumentFormats } from '../../documents/document-formats.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { relativePath } from '../../respond/paths.ts'
import { renderPropertyLink } from '../browse/class-links.ts'
import { renderPage } from '../layout.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { pickText, renderText } from '../values/link.ts'
import type { KnownTerm } from './find-term.ts'
import { termFacts } from './term-facts.ts'

/** How many properties a class lists. */
const MOST = 40

/** Writes the page about a term of the ontology: what it means, what it is elsewhere, and how it is used here. */
export async function renderTermPage(
  known: KnownTerm,
  catalogue: Catalogue,
  context: PageContext,
): Promise<string> {
  const { vocabulary, ...words } = messagesIn(context.language)
  const { kind, term } = known
  const label = pickText(term.labels, context) ?? { text: term.key }
  const comment = pickText(term.comments, context)
  const used = kind === 'class' ? await countProperties(term.key, catalogue) : []
  return renderPage(
    {
      title: label.text,
      head: comment && html`<meta name="description" content="${comment.text}" />`,
      breadcrumb: [{ href: relativePath(context.path, '/ontology'), text: words.ontology }],
      body: html`<article class="entity">
        <header>
          <p class="kind">${vocabulary.kinds[kind]}</p>
          <h1>${renderText(label)}</h1>
          ${comment && html`<p class="lead">${renderText(comment)}</p>`}
        </header>
        <div>${renderFacts(termFacts(known, catalogue, context))} ${renderUsed(used, context)}</div>
        <aside>
          ${renderFormats(context)}
          <section class="card" aria-labelledby="address">
            <h2 id="address">${vocabulary.address}</h2>
            <code>${term.iri}</code>
          </section>
        </aside>
      </article>`,
    },
    context,
  )
}

const renderFacts = (facts: readonly (readonly [string, Fragment])[]): Markup =>
  html`<dl class="facts">
    ${facts.map(
      ([heading, told]) =>
        html`<div>
          <dt>${heading}</dt>
          <dd>${told}</dd>
        </div>`,
    )}
  </dl>`

/** Links to the same in the formats for programs. */
export function renderFormats(context: PageContext): Markup {
  const { vocabulary } = messagesIn(context.language)
  return html`<section class="card" aria-labelledby="formats">
    <h2 id="formats">${vocabulary.asData}</h2>
    <ul class="chips">
      ${rdfDocumentFormats.map(
        ({ name, title, mediaTypes: [type] }) =>
          html`<li>
            <a href="${relativePath(context.path, context.path)}?format=${name}" type="${type}"
              >${title}</a
            >
          </li>`,
      )}
    </ul>
  </section>`
}

interface PropertyCount {
  readonly iri: string
  readonly key: string
  readonly count: number
}

/** Counts how many entities of a class have each property, those with the most first. */
async function countProperties(key: string, catalogue: Catalogue): Promise<PropertyCount[]> {
  const { classes, entities, propertyKeys } = catalogue
  const one = classes.get(key)
  const counts = new Map<string, number>()
  await visitInSlices(one ? listMembers(one, classes) : [], (position) => {
    const statements = entities[position]?.statements ?? []
    for (const iri of new Set(statements.map(({ mainSnak }) => mainSnak.property))) {
      counts.set(iri, (counts.get(iri) ?? 0) + 1)
    }
  })
  return [...counts]
    .map(([iri, count]) => ({ iri, key: propertyKeys.get(iri) ?? iri, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST)
}

function renderUsed(used: readonly PropertyCount[], context: PageContext): Fragment {
  if (used.length === 0) return undefined
  const { vocabulary, browsing } = messagesIn(context.language)
  return html`<section aria-labelledby="used">
    <h2 id="used">${vocabulary.usedProperties}</h2>
    <p class="quiet">${vocabulary.usedPropertiesHint}</p>
    <ul class="chips">
      ${used.map(
        (property) =>
          html`<li>
            ${renderPropertyLink(property, context)}
            <span class="count">${browsing.number(property.count)}</span>
          </li>`,
      )}
    </ul>
  </section>`
}
