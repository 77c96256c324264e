import type { Catalogue, CatalogueProperty } from '../../catalogue/index.ts'
import { html } from '../../html/html.ts'
import type { Markup } from '../../html/html.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { labelOf, pickText } from '../values/link.ts'
import type { PlaceCluster, PlaceLayout } from './place-layout.ts'

/** Maps with more circles than this do not name them. */
const NAMED = 10
/** Longer names are cut on the map; the list has them whole. */
const LENGTH = 40

interface PlaceMap {
  readonly catalogue: Catalogue
  readonly property: CatalogueProperty
  readonly layout: PlaceLayout
}

/** Draws a map of places; the list beside it has the same for those who do not see it. */
export function renderPlaceMap(
  { catalogue, property, layout }: PlaceMap,
  context: PageContext,
): Markup {
  const words = messagesIn(context.language).browsing
  const { width, height, coast, borders, clusters, places } = layout
  const title = words.mapOf(labelOf(property.iri, context).text, places)
  return html`<figure>
    <figcaption>
      ${title} ${places > clusters.length && html`<span class="quiet">${words.mapHint}</span>`}
    </figcaption>
    <div class="chart map">
      <svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
        <path class="coast" d="${coast}" />
        <path class="border" d="${borders}" />
        ${clusters.map((cluster) => renderCluster(cluster, { catalogue, words, context }))}
        ${clusters.length <= NAMED && clusters.map((cluster) => renderName(cluster, nameOf(cluster, catalogue, context)))}
      </svg>
    </div>
  </figure>`
}

interface Drawing {
  readonly catalogue: Catalogue
  readonly words: { readonly more: (count: number) => string }
  readonly context: PageContext
}

function renderCluster(cluster: PlaceCluster, { catalogue, words, context }: Drawing): Markup {
  const { x, y, radius, count } = cluster
  const name = nameOf(cluster, catalogue, context)
  const title = count > 1 ? `${name} ${words.more(count - 1)}` : name
  return html`<circle
    class="place"
    cx="${x.toFixed(1)}"
    cy="${y.toFixed(1)}"
    r="${radius.toFixed(1)}"
  >
    <title>${title}</title>
  </circle>`
}

const renderName = ({ x, y, radius }: PlaceCluster, name: string): Markup =>
  html`<text x="${(x + radius + 5).toFixed(1)}" y="${(y + 4).toFixed(1)}">${name}</text>`

function nameOf({ value }: PlaceCluster, { entities }: Catalogue, context: PageContext): string {
  const entity = entities[value.holders[0] ?? 0]
  const name = (entity && pickText(entity.labels, context)?.text) ?? entity?.id ?? ''
  return name.length > LENGTH ? `${name.slice(0, LENGTH)}…` : name
}
