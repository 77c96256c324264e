import { findDisagreements } from '../../../statements/index.ts'
import type { Entity, Statement } from '../../../statements/index.ts'
import { kindsOf } from '../../catalogue/index.ts'
import { html } from '../../html/html.ts'
import type { Markup } from '../../html/html.ts'
import { encodePart, relativePath } from '../../respond/paths.ts'
import { sortForReading } from '../entity/sort-statements.ts'
import type { PropertyGroup } from '../entity/sort-statements.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { labelOf, pickText, renderText } from '../values/link.ts'
import { renderSnak } from '../values/value.ts'

/** How many properties of the entry are told, and how many values of each. */
const PROPERTIES = 6
const VALUES = 3

/** Writes the entry that the data set is about, or its first one, as a card. */
export function renderFeatured(entity: Entity | undefined, context: PageContext): Markup {
  const { home } = messagesIn(context.language)
  if (!entity) return html`<p class="empty">${home.nothing}</p>`
  const href = relativePath(context.path, `/page/${encodePart(entity.id)}`)
  const name = pickText(entity.labels, context) ?? { text: entity.id }
  const description = pickText(entity.descriptions, context)
  const kinds = kindsOf(entity, context.version)
  const groups = sortForReading(entity.statements, context).filter(
    ([, [first]]) => first?.mainSnak.snakType === 'value' && !isKind(first, kinds),
  )
  return html`<section class="card featured" aria-labelledby="featured">
    <div>
      <p class="kind">${home.featured}</p>
      <h2 id="featured"><a href="${href}">${renderText(name)}</a></h2>
      ${description && html`<p class="lead">${renderText(description)}</p>`}
      <p><a class="button" href="${href}">${home.readAll(entity.statements.length)}</a></p>
    </div>
    <dl>
      ${pickTold(groups).map(([property, statements]) => renderGroup(property, statements, context))}
    </dl>
  </section>`
}

/** Those of which most is said, in the order in which they are read. */
function pickTold(groups: readonly PropertyGroup[]): readonly PropertyGroup[] {
  const most = groups.toSorted(([, a], [, b]) => b.length - a.length).slice(0, PROPERTIES)
  return groups.filter((group) => most.includes(group))
}

/** What it is stands beside its name already. */
const isKind = ({ mainSnak }: Statement, kinds: readonly string[]): boolean =>
  mainSnak.snakType === 'value' &&
  mainSnak.value.type === 'entityid' &&
  kinds.includes(mainSnak.value.iri)

function renderGroup(
  property: string,
  statements: readonly Statement[],
  context: PageContext,
): Markup {
  const words = messagesIn(context.language)
  const snaks = statements.filter(({ rank }) => rank !== 'deprecated').map((one) => one.mainSnak)
  const told = [...new Map(snaks.map((snak) => [JSON.stringify(snak), snak])).values()]
  const more = told.length - VALUES
  return html`<div>
    <dt>
      ${renderText(labelOf(property, context))}
      ${
        findDisagreements(statements).length > 0 &&
        html`<span class="mark dispute">${words.disputed}</span>`
      }
    </dt>
    <dd>
      <ul class="inline">
        ${told.slice(0, VALUES).map((snak) => html`<li>${renderSnak(snak, context)}</li>`)}
        ${more > 0 && html`<li class="quiet">${words.browsing.more(more)}</li>`}
      </ul>
    </dd>
  </div>`
}
