import type { Catalogue, CatalogueClass } from '../../catalogue/index.ts'
import { html } from '../../html/html.ts'
import type { Fragment } from '../../html/html.ts'
import { findClasses } from './class-links.ts'

/** What a tree of classes shows. */
export interface ClassTree {
  readonly catalogue: Catalogue
  /** Which classes it has; those above them are gone through in any case. */
  readonly has: (one: CatalogueClass) => boolean
  readonly write: (one: CatalogueClass) => Fragment
}

/** How many classes a tree has, and how deep it is. */
const MOST = 400
const DEPTH = 12

/** Writes classes below those they are kinds of; each stands once, whatever rings they form. */
export function renderClassTree({ catalogue, has, write }: ClassTree): Fragment {
  const { classes } = catalogue
  const seen = new Set<string>()
  const renderLevel = (level: readonly CatalogueClass[], depth: number): Fragment => {
    const items = level.filter((one) => has(one) && !seen.has(one.key))
    if (items.length === 0 || depth > DEPTH) return undefined
    const shown = items.filter((one) => {
      const isNew = !seen.has(one.key) && seen.size < MOST
      if (isNew) seen.add(one.key)
      return isNew
    })
    return html`<ul class="${depth === 0 ? 'tree' : ''}">
      ${shown.map(
        (one) =>
          html`<li>
            ${write(one)} ${renderLevel(findClasses(one.subclasses, catalogue), depth + 1)}
          </li>`,
      )}
    </ul>`
  }
  const all = findClasses([...classes.keys()], catalogue)
  const roots = all.filter(
    (one) => findClasses(one.superclasses, catalogue).filter(has).length === 0,
  )
  // A ring has no start: what was not reached from a root starts where it is largest.
  const fromRoots = renderLevel(roots, 0)
  return [
    fromRoots,
    renderLevel(
      all.filter(({ key }) => !seen.has(key)),
      0,
    ),
  ]
}
