import type { Catalogue, CatalogueProperty, PropertyValue } from '../../catalogue/index.ts'
import { html } from '../../html/html.ts'
import { relativePath } from '../../respond/paths.ts'
import { renderPage } from '../layout.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { paginate, pagingLinks, renderPaging } from '../paging.ts'
import { labelOf, renderText } from '../values/link.ts'
import { renderSnak } from '../values/value.ts'
import { propertyPath } from './class-links.ts'
import { renderEntryList } from './entry-list.ts'

/** A page of the list of who has a value. */
export interface ValuePage {
  readonly catalogue: Catalogue
  readonly property: CatalogueProperty
  readonly value: PropertyValue
  readonly page: number
}

/**
 * Writes a page of the list of the entities that have one value of a property.
 *
 * @throws UsineError ERR_PATH_NOT_FOUND for a page after the last
 */
export function renderValuePage(
  { catalogue, property, value, page }: ValuePage,
  context: PageContext,
): string {
  const words = messagesIn(context.language)
  const paging = paginate(value.holders.length, page, context.path)
  const query = { value: value.key }
  const label = labelOf(property.iri, context)
  return renderPage(
    {
      title: words.browsing.haveValue(label.text),
      head: pagingLinks(paging, query),
      breadcrumb: [
        { href: relativePath(context.path, '/browse'), text: words.browse },
        {
          href: relativePath(context.path, propertyPath(property.key)),
          text: renderText(label),
        },
      ],
      body: html`<p class="kind">${renderText(label)}</p>
        <h1>${renderSnak(value.snak, context)}</h1>
        <p class="quiet">${words.browsing.entries(value.holders.length)}</p>
        ${renderEntryList(
          value.holders
            .slice(paging.start, paging.end)
            .flatMap((position) => catalogue.entities[position] ?? []),
          context,
        )}
        ${renderPaging(paging, query, context)}`,
    },
    context,
  )
}
