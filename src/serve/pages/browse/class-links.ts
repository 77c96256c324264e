import type { Catalogue, CatalogueClass, CatalogueProperty } from '../../catalogue/index.ts'
import { html } from '../../html/html.ts'
import type { Markup } from '../../html/html.ts'
import { encodePart, relativePath } from '../../respond/paths.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { labelOf, renderText } from '../values/link.ts'

/** Where the entities of a class are listed. */
export const classPath = (key: string): string => `/browse/class/${encodePart(key)}`

/** Where the values of a property are listed. */
export const propertyPath = (key: string): string => `/browse/property/${encodePart(key)}`

/** Writes a class with how many entities it has, as a link to their list. */
export const renderClassLink = (
  { iri, key, count }: CatalogueClass,
  context: PageContext,
): Markup =>
  html`<a href="${relativePath(context.path, classPath(key))}"
      >${renderText(labelOf(iri, context))}</a
    >
    <span class="count">${messagesIn(context.language).browsing.number(count)}</span>`

/** Writes a property as a link to its values. */
export const renderPropertyLink = (
  { iri, key }: Pick<CatalogueProperty, 'iri' | 'key'>,
  context: PageContext,
): Markup =>
  html`<a href="${relativePath(context.path, propertyPath(key))}"
    >${renderText(labelOf(iri, context))}</a
  >`

/** Finds classes by their keys, those with the most entities first. */
export const findClasses = (keys: readonly string[], { classes }: Catalogue): CatalogueClass[] =>
  keys
    .flatMap((key) => classes.get(key) ?? [])
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
