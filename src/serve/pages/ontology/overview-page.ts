import type { OntologyTerm } from '../../../rdf/index.ts'
import { valueTypeOf } from '../../../statements/index.ts'
import type { ValueType } from '../../../statements/index.ts'
import type { Catalogue, CatalogueClass } from '../../catalogue/index.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { renderClassTree } from '../browse/class-tree.ts'
import { renderPage } from '../layout.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { pickText, renderText } from '../values/link.ts'
import { renderTermLink } from './term-links.ts'
import { renderFormats } from './term-page.ts'

/** How many terms of each kind the page lists. */
const MOST = 500

/** Writes the overview of the ontology: classes, properties by what their values are, units and concepts. */
export function renderOntologyPage(catalogue: Catalogue, context: PageContext): string {
  const { vocabulary, ...words } = messagesIn(context.language)
  const { ontology } = context.version.site
  const sections = [
    ['classes', vocabulary.classes, renderClasses(catalogue, context)],
    ['properties', vocabulary.properties, renderProperties(context)],
    ['units', vocabulary.units, renderTable([...ontology.units.values()], context)],
    ['concepts', vocabulary.concepts, renderTable([...ontology.concepts.values()], context)],
  ] as const
  const shown = sections.filter(([, , content]) => content !== undefined)
  return renderPage(
    {
      title: words.ontology,
      body: html`<article class="entity">
        <header>
          <h1>${words.ontology}</h1>
          <p class="lead">${vocabulary.lead}</p>
          <nav aria-label="${words.onThisPage}">
            <ul class="chips">
              ${shown.map(([id, heading]) => html`<li><a href="#${id}">${heading}</a></li>`)}
            </ul>
          </nav>
        </header>
        <div>
          ${shown.map(
            ([id, heading, content]) =>
              html`<section aria-labelledby="${id}">
                <h2 id="${id}">${heading}</h2>
                ${content}
              </section>`,
          )}
        </div>
        <aside>${renderFormats(context)}</aside>
      </article>`,
    },
    context,
  )
}

function renderClasses(catalogue: Catalogue, context: PageContext): Fragment {
  const { classes } = context.version.site.ontology
  if (classes.size === 0) return undefined
  return renderClassTree({
    catalogue,
    has: ({ key }) => classes.has(key),
    write: ({ key }: CatalogueClass) => {
      const term = classes.get(key)
      const comment = term && pickText(term.comments, context)
      return [
        term && renderTermLink(term, context),
        comment && html` <span class="quiet">${renderText(comment)}</span>`,
      ]
    },
  })
}

/** Properties, by what their values are. */
function renderProperties(context: PageContext): Fragment {
  const { browsing } = messagesIn(context.language)
  const all = [...context.version.site.ontology.properties.values()]
  const types = [...new Set(all.map(({ datatype }) => valueTypeOf(datatype)))]
  if (all.length === 0) return undefined
  const ofType = (type: ValueType) => all.filter(({ datatype }) => valueTypeOf(datatype) === type)
  return types.map(
    (type) =>
      html`<h3 class="kind" id="${type}">${browsing.valueTypes[type]}</h3>
        ${renderTable(ofType(type), context)}`,
  )
}

function renderTable(terms: readonly OntologyTerm[], context: PageContext): Fragment {
  if (terms.length === 0) return undefined
  const { vocabulary, browsing } = messagesIn(context.language)
  const shown = terms.slice(0, MOST)
  return html`<dl class="facts">${shown.map((term) => renderRow(term, context))}</dl>
    ${
      shown.length < terms.length &&
      html`<p class="quiet">
        ${vocabulary.onlyFirst(browsing.number(shown.length), browsing.number(terms.length))}
      </p>`
    }`
}

function renderRow(term: OntologyTerm, context: PageContext): Markup {
  const comment = pickText(term.comments, context)
  return html`<div>
    <dt>${renderTermLink(term, context)}</dt>
    <dd>${comment && renderText(comment)}</dd>
  </div>`
}
