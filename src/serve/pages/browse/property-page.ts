import type { Catalogue, CatalogueProperty, PropertyValue } from '../../catalogue/index.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { encodePart, relativePath } from '../../respond/paths.ts'
import { renderPage } from '../layout.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { paginate, pagingLinks, renderPaging } from '../paging.ts'
import { labelOf, pickText, renderText } from '../values/link.ts'
import { renderSnak } from '../values/value.ts'
import { renderEntry } from './entry-list.ts'
import type { PlaceLayout } from './place-layout.ts'
import { renderPlaceMap } from './place-map.ts'

/** A page of the list of the values of a property. */
export interface PropertyPage {
  readonly catalogue: Catalogue
  readonly property: CatalogueProperty
  readonly values: readonly PropertyValue[]
  readonly page: number
  /** The places among the values, for a map. */
  readonly layout?: PlaceLayout | undefined
}

/** How many entities are named beside a value. */
const NAMED = 3
/** Values with longer keys have no list of their own: addresses have their limits. */
const KEY_LENGTH = 500

/**
 * Writes a page of the list of the values of a property, each with the entities that have it.
 *
 * @throws UsineError ERR_PATH_NOT_FOUND for a page after the last
 */
export function renderPropertyPage(asked: PropertyPage, context: PageContext): string {
  const { property, values, page, layout } = asked
  const words = messagesIn(context.language)
  const { browsing } = words
  const paging = paginate(values.length, page, context.path)
  const label = labelOf(property.iri, context)
  return renderPage(
    {
      title: label.text,
      head: pagingLinks(paging, {}),
      breadcrumb: [{ href: relativePath(context.path, '/browse'), text: words.browse }],
      body: html`<h1>${renderText(label)}</h1>
        ${renderAbout(asked, context)} ${layout && renderPlaceMap({ ...asked, layout }, context)}
        <section aria-labelledby="values">
          <h2 id="values">${browsing.valuesOf}</h2>
          ${
            values.length === 0
              ? html`<p class="empty">${browsing.noValues}</p>`
              : renderValues(asked, values.slice(paging.start, paging.end), context)
          }
          ${renderPaging(paging, {}, context)}
        </section>`,
    },
    context,
  )
}

function renderAbout({ property, values }: PropertyPage, context: PageContext): Fragment {
  const { browsing } = messagesIn(context.language)
  const term = context.version.site.ontology.findProperty(property.iri)
  const comment = term && pickText(term.comments, context)
  return html`${comment && html`<p class="lead">${renderText(comment)}</p>`}
    <p class="quiet">
      ${browsing.values(values.length)} · ${browsing.statements(property.statements)} ·
      ${browsing.entries(property.holders.length)}
      ${
        term &&
        html` ·
          <a href="${relativePath(context.path, `/ontology/${encodePart(term.key)}`)}"
            >${browsing.inVocabulary}</a
          >`
      }
    </p>`
}

function renderValues(
  { catalogue }: PropertyPage,
  values: readonly PropertyValue[],
  context: PageContext,
): Markup {
  const words = messagesIn(context.language).browsing
  return html`<div class="scroll">
    <table class="values">
      <thead>
        <tr>
          <th scope="col">${words.value}</th>
          <th scope="col">${words.whoHasIt}</th>
          <th scope="col" class="number">${words.entriesColumn}</th>
        </tr>
      </thead>
      <tbody>
        ${values.map(
          (value) =>
            html`<tr>
              <th scope="row">${renderSnak(value.snak, context)}</th>
              <td>${renderHolders(value, catalogue, context)}</td>
              <td class="number">${words.number(value.holders.length)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function renderHolders(
  { holders, key }: PropertyValue,
  { entities }: Catalogue,
  context: PageContext,
): Fragment {
  const { browsing } = messagesIn(context.language)
  const named = holders.slice(0, NAMED).flatMap((position) => entities[position] ?? [])
  const more = holders.length - named.length
  const href = `?${new URLSearchParams({ value: key }).toString()}`
  return html`<ul class="inline">
    ${named.map((entity) => html`<li>${renderEntry(entity, context)}</li>`)}
    ${
      more > 0 &&
      html`<li>
        ${
          key.length <= KEY_LENGTH
            ? html`<a href="${href}">${browsing.more(more)}</a>`
            : browsing.more(more)
        }
      </li>`
    }
  </ul>`
}
