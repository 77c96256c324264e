import type { Catalogue, CatalogueClass } from '../../catalogue/index.ts'
import { html } from '../../html/html.ts'
import type { Fragment } from '../../html/html.ts'
import { encodePart, relativePath } from '../../respond/paths.ts'
import { renderPage } from '../layout.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { paginate, pagingLinks, renderPaging } from '../paging.ts'
import { labelOf, pickText, renderText } from '../values/link.ts'
import { classPath, findClasses, renderClassLink } from './class-links.ts'
import { renderEntryList } from './entry-list.ts'

/** A page of the list of a class. */
export interface ClassPage {
  readonly catalogue: Catalogue
  readonly one: CatalogueClass
  /** Positions of its entities, as they are listed. */
  readonly members: readonly number[]
  readonly page: number
}

/**
 * Writes a page of the list of the entities of a class and of those below it, by label.
 *
 * @throws UsineError ERR_PATH_NOT_FOUND for a page after the last
 */
export function renderClassPage(asked: ClassPage, context: PageContext): string {
  const { catalogue, one, members, page } = asked
  const words = messagesIn(context.language)
  const { browsing } = words
  const paging = paginate(members.length, page, context.path)
  const entities = members
    .slice(paging.start, paging.end)
    .flatMap((position) => catalogue.entities[position] ?? [])
  const label = labelOf(one.iri, context)
  const term = context.version.site.ontology.findClass(one.iri)
  const comment = term && pickText(term.comments, context)
  return renderPage(
    {
      title: label.text,
      head: pagingLinks(paging, {}),
      breadcrumb: [
        { href: relativePath(context.path, '/browse'), text: words.browse },
        ...lineage(one, catalogue).map(({ key, iri }) => ({
          href: relativePath(context.path, classPath(key)),
          text: renderText(labelOf(iri, context)),
        })),
      ],
      body: html`<h1>${renderText(label)}</h1>
        ${comment && html`<p class="lead">${renderText(comment)}</p>`}
        <p class="quiet">
          ${browsing.entries(one.count)}
          ${
            term &&
            html` ·
              <a href="${relativePath(context.path, `/ontology/${encodePart(term.key)}`)}"
                >${browsing.inVocabulary}</a
              >`
          }
        </p>
        ${renderNarrower(asked, context)}
        ${
          entities.length === 0
            ? html`<p class="empty">${browsing.noEntries}</p>`
            : renderEntryList(entities, context)
        }
        ${renderPaging(paging, {}, context)}`,
    },
    context,
  )
}

function renderNarrower({ one, catalogue }: ClassPage, context: PageContext): Fragment {
  const below = findClasses(one.subclasses, catalogue).filter(({ count }) => count > 0)
  if (below.length === 0) return undefined
  return html`<nav aria-label="${messagesIn(context.language).browsing.narrower}">
    <ul class="chips facets">
      ${below.slice(0, MOST).map((narrower) => html`<li>${renderClassLink(narrower, context)}</li>`)}
    </ul>
  </nav>`
}

/** How many classes are linked from one. */
const MOST = 100

/** The classes above a class, the most general one first; of several ways up, the first. */
function lineage(one: CatalogueClass, { classes }: Catalogue): CatalogueClass[] {
  const line: CatalogueClass[] = []
  let above = classes.get(one.superclasses[0] ?? '')
  while (above && above !== one && !line.includes(above)) {
    line.unshift(above)
    above = classes.get(above.superclasses[0] ?? '')
  }
  return line
}
