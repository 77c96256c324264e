import { pickTerm } from '../../../rdf/index.ts'
import { siteIndex } from '../../documents/site-index.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { relativePath } from '../../respond/paths.ts'
import type { PageContext } from '../page-context.ts'

/** A text, and the language it is in where that is not the language of the page. */
export interface LocalText {
  readonly text: string
  readonly language?: string | undefined
}

/** Writes a text with what browsers need to know of it: its language, and that its direction is its own. */
export const renderText = ({ text, language }: LocalText): Markup =>
  html`<bdi${language === undefined ? undefined : html` lang="${language}"`}>${text}</bdi>`

/** Picks from texts in many languages; undefined where there is none. */
export function pickText(
  terms: ReadonlyMap<string, string>,
  { language }: Pick<PageContext, 'language'>,
): LocalText | undefined {
  const term = pickTerm(terms, language)
  if (!term) return undefined
  return term.language === language ? { text: term.text } : term
}

/** The label of what an IRI names; what comes after its last slash where it has none. */
export function labelOf(iri: string, context: PageContext): LocalText {
  const labels = siteIndex(context.version).labelsOf(iri)
  const picked = labels && pickText(labels, context)
  return picked ?? { text: iri.slice(iri.search(/[^/#]*$/)) || iri }
}

/** Writes a link to what an IRI names, with its label; only web addresses become links. */
export function renderLink(iri: string, context: PageContext): Fragment {
  const text = renderText(labelOf(iri, context))
  const href = hrefOf(iri, context)
  return href === undefined ? text : html`<a href="${href}">${text}</a>`
}

/** Where a page about what an IRI names is, as it is seen from this page. */
export function hrefOf(iri: string, { version, path }: PageContext): string | undefined {
  const { base, site } = version
  const entity = siteIndex(version).byIri.get(iri)
  if (entity) return relativePath(path, `/page/${encodeURIComponent(entity.id)}`)
  if (iri.startsWith(base)) return relativePath(path, `/${iri.slice(base.length)}`)
  const { ontology } = site
  const term = ontology.findProperty(iri) ?? ontology.findClass(iri)
  if (term) return relativePath(path, `/ontology/${encodeURIComponent(term.key)}`)
  return /^https?:\/\//.test(iri) ? iri : undefined
}
