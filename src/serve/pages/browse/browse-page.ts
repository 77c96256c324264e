import { valueTypeOf } from '../../../statements/index.ts'
import type { Catalogue, CatalogueProperty } from '../../catalogue/index.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { renderPage } from '../layout.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { renderClassLink, renderPropertyLink } from './class-links.ts'
import { renderClassTree } from './class-tree.ts'

/** How many properties are listed. */
const MOST = 300

/** Writes the page from which all entities are found: by what they are, and by what is said of them. */
export function renderBrowsePage(catalogue: Catalogue, context: PageContext): string {
  const words = messagesIn(context.language)
  const { entries, statements, ...browsing } = words.browsing
  return renderPage(
    {
      title: words.browse,
      body: html`<h1>${words.browse}</h1>
        <p class="lead">
          ${browsing.lead(entries(catalogue.entities.length), statements(catalogue.statements))}
        </p>
        <div class="columns">
          <section aria-labelledby="classes">
            <h2 id="classes">${browsing.classes}</h2>
            <p class="quiet">${browsing.classesHint}</p>
            ${renderClassTree({
              catalogue,
              has: ({ count }) => count > 0,
              write: (one) => renderClassLink(one, context),
            })}
          </section>
          <section aria-labelledby="properties">
            <h2 id="properties">${browsing.properties}</h2>
            <p class="quiet">${browsing.propertiesHint}</p>
            ${renderProperties(catalogue, context)}
          </section>
        </div>`,
    },
    context,
  )
}

function renderProperties({ properties }: Catalogue, context: PageContext): Fragment {
  const words = messagesIn(context.language).browsing
  const all = [...properties.values()].sort(
    (a, b) => b.holders.length - a.holders.length || b.statements - a.statements,
  )
  const shown = all.slice(0, MOST)
  return html`<div class="scroll">
      <table class="values">
        <thead>
          <tr>
            <th scope="col">${words.property}</th>
            <th scope="col">${words.kind}</th>
            <th scope="col" class="number">${words.entriesColumn}</th>
            <th scope="col" class="number">${words.statementsColumn}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((property) => renderRow(property, context))}
        </tbody>
      </table>
    </div>
    ${shown.length < all.length && html`<p class="quiet">${words.onlyLargest(shown.length, all.length)}</p>`}`
}

function renderRow(property: CatalogueProperty, context: PageContext): Markup {
  const words = messagesIn(context.language).browsing
  const { datatype } = context.version.site.ontology.findProperty(property.iri) ?? {}
  return html`<tr>
    <th scope="row">${renderPropertyLink(property, context)}</th>
    <td class="quiet">${datatype && words.valueTypes[valueTypeOf(datatype)]}</td>
    <td class="number">${words.number(property.holders.length)}</td>
    <td class="number">${words.number(property.statements)}</td>
  </tr>`
}
