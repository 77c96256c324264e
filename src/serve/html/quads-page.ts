import type { Quad, Term } from '@rdfjs/types'
import { rdfDocumentFormats } from '../documents/document-formats.ts'
import { relativePath } from '../respond/paths.ts'
import { html } from './html.ts'
import type { Fragment, Markup } from './html.ts'
import { renderPage } from './layout.ts'
import type { Page } from './layout.ts'
import { labelOf, renderLink } from './value.ts'
import type { PageContext } from './value.ts'

/** What a page of plain triples is made of. */
export interface QuadsPage extends PageContext, Pick<Page, 'trouble'> {
  readonly about: string
  readonly quads: Iterable<Quad>
}

/** How many triples a page shows; the formats for programs have all. */
const LIMIT = 2000

/** Writes what a document says as a page: subjects, with predicates and objects. */
export function renderQuadsPage(page: QuadsPage): string {
  const { about, path, language, trouble, quads } = page
  const groups = new Map<string, Quad[]>([[about, []]])
  let count = 0
  for (const quad of quads) {
    count += 1
    if (count > LIMIT) continue
    const group = groups.get(quad.subject.value)
    if (group) group.push(quad)
    else groups.set(quad.subject.value, [quad])
  }
  return renderPage({
    title: labelOf(about, page),
    language,
    path,
    trouble,
    body: html`<h1><bdi>${labelOf(about, page)}</bdi></h1>
      <p>${about}</p>
      <ul>
        ${rdfDocumentFormats.map(
          ({ name, title }) =>
            html`<li><a href="${relativePath(path, path)}?format=${name}">${title}</a></li>`,
        )}
      </ul>
      ${count > LIMIT ? html`<p>The first ${LIMIT} of ${count} triples:</p>` : undefined}
      ${[...groups].map(([subject, group]) => renderGroup(subject, group, page))}`,
  })
}

const renderGroup = (subject: string, quads: readonly Quad[], context: PageContext): Markup =>
  html`<section>
    <h2>${renderLink(subject, context)}</h2>
    <dl>
      ${quads.map(
        ({ predicate, object }) =>
          html`<dt>${renderLink(predicate.value, context)}</dt>
            <dd>${renderTerm(object, context)}</dd>`,
      )}
    </dl>
  </section>`

function renderTerm(term: Term, context: PageContext): Fragment {
  if (term.termType === 'NamedNode') return renderLink(term.value, context)
  if (term.termType === 'Literal' && term.language !== '') {
    return html`<bdi lang="${term.language}">${term.value}</bdi>`
  }
  return html`<bdi>${term.value}</bdi>`
}
