import type { Entity } from '../../../statements/index.ts'
import { incomingLinks } from '../../documents/incoming-links.ts'
import type { IncomingLinks } from '../../documents/incoming-links.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { renderLink } from '../values/link.ts'

/** Writes what else links to an entity, by the property that links. */
export function renderLinkedFrom(entity: Entity, context: PageContext): Fragment {
  const links = incomingLinks(entity, context.version)
  if (links.length === 0) return undefined
  const words = messagesIn(context.language)
  return html`<section aria-labelledby="linked-from" class="statements">
    <h2 id="linked-from">${words.linkedFrom}</h2>
    ${links.map((link) => renderGroup(link, context))}
  </section>`
}

function renderGroup({ property, entities, count }: IncomingLinks, context: PageContext): Markup {
  const words = messagesIn(context.language)
  const more = count - entities.length
  return html`<section>
    <header><h3>${renderLink(property, context)}</h3></header>
    <div>
      <ul class="chips">
        ${entities.map(({ iri }) => html`<li>${renderLink(iri, context)}</li>`)}
        ${more > 0 ? html`<li><span>${words.linkedFromMore(more)}</span></li>` : undefined}
      </ul>
    </div>
  </section>`
}
