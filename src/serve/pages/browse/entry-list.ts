import type { Entity } from '../../../statements/index.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { encodePart, relativePath } from '../../respond/paths.ts'
import type { PageContext } from '../page-context.ts'
import { pickText, renderText } from '../values/link.ts'

/** Writes entities as a list: name and description, and what else is to be told of each. */
export function renderEntryList(
  entities: readonly Entity[],
  context: PageContext,
  more: (entity: Entity) => Fragment = () => undefined,
): Markup {
  return html`<ul class="entries">
    ${entities.map((entity) => {
      const description = pickText(entity.descriptions, context)
      return html`<li>
        ${renderEntry(entity, context)}
        ${description && html`<p class="quiet">${renderText(description)}</p>`} ${more(entity)}
      </li>`
    })}
  </ul>`
}

/** Writes the name of an entity, as a link to its page. */
export const renderEntry = (entity: Entity, context: PageContext): Markup =>
  html`<a href="${relativePath(context.path, `/page/${encodePart(entity.id)}`)}"
    >${renderText(pickText(entity.labels, context) ?? { text: entity.id })}</a
  >`
