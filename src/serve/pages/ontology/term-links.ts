import type { OntologyTerm } from '../../../rdf/index.ts'
import { SCHEMA, WIKIDATA_ENTITY } from '../../../vocabulary.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { encodePart, relativePath } from '../../respond/paths.ts'
import type { PageContext } from '../page-context.ts'
import { pickText, renderText } from '../values/link.ts'

/** Where a term of the ontology is described. */
export const termPath = (key: string): string => `/ontology/${encodePart(key)}`

/** Writes a term as a link to its page. */
export const renderTermLink = (
  { key, labels }: Pick<OntologyTerm, 'key' | 'labels'>,
  context: PageContext,
): Markup =>
  html`<a href="${relativePath(context.path, termPath(key))}"
    >${renderText(pickText(labels, context) ?? { text: key })}</a
  >`

/** Writes terms by their keys, with commas; undefined where there is none. */
export function renderTerms(
  keys: readonly string[],
  table: ReadonlyMap<string, OntologyTerm>,
  context: PageContext,
): Fragment {
  const terms = keys.flatMap((key) => table.get(key) ?? [])
  return terms.length === 0 ? undefined : listed(terms.map((term) => renderTermLink(term, context)))
}

/** Puts commas between. */
export const listed = (items: readonly Fragment[]): Fragment =>
  items.map((item, at) => [at > 0 && ', ', item])

/** Writes the item or property of Wikidata that a term is the same as; undefined where none is known. */
export function renderWikidata({ entityIri }: OntologyTerm): Fragment {
  if (!entityIri.startsWith(WIKIDATA_ENTITY)) return undefined
  const id = entityIri.slice(WIKIDATA_ENTITY.length)
  const page = id.startsWith('P') ? `Property:${id}` : id
  return html`<a href="https://www.wikidata.org/wiki/${encodeURIComponent(page)}">${id}</a>`
}

/** Writes a term of schema.org as a link to its page there. */
export const renderSchemaTerm = (iri: string): Markup =>
  html`<a href="${iri.replace(SCHEMA, 'https://schema.org/')}"
    ><code>${iri.replace(SCHEMA, '')}</code></a
  >`
