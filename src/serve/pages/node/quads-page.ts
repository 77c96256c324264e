import type { Quad, Term } from '@rdfjs/types'
import { rdfDocumentFormats } from '../../documents/document-formats.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { relativePath } from '../../respond/paths.ts'
import { renderPage } from '../layout.ts'
import type { PageContext } from '../page-context.ts'
import { labelOf, renderLink, renderText } from '../values/link.ts'

/** What a page of plain triples is made of. */
export interface QuadsPage {
  readonly about: string
  readonly quads: Iterable<Quad>
}

/** How many triples a page shows; the formats for programs have all. */
const LIMIT = 2000

/** Writes what a document says as a page: subjects, with predicates and objects. */
export function renderQuadsPage({ about, quads }: QuadsPage, context: PageContext): string {
  const { path } = context
  const groups = new Map<string, Quad[]>([[about, []]])
  let count = 0
  for (const quad of quads) {
    count += 1
    if (count > LIMIT) continue
    const group = groups.get(quad.subject.value)
    if (group) group.push(quad)
    else groups.set(quad.subject.value, [quad])
  }
  const label = labelOf(about, context)
  return renderPage(
    {
      title: label.text,
      body: html`<h1>${renderText(label)}</h1>
        <p><code>${about}</code></p>
        <ul class="chips">
          ${rdfDocumentFormats.map(
            ({ name, title }) =>
              html`<li><a href="${relativePath(path, path)}?format=${name}">${title}</a></li>`,
          )}
        </ul>
        ${count > LIMIT && html`<p>The first ${LIMIT} of ${count} triples:</p>`}
        <div class="statements">
          ${[...groups].map(([subject, group]) => renderGroup(subject, group, context))}
        </div>`,
    },
    context,
  )
}

const renderGroup = (subject: string, quads: readonly Quad[], context: PageContext): Markup =>
  html`<section>
    <header><h2>${renderLink(subject, context)}</h2></header>
    <dl>
      ${quads.map(
        ({ predicate, object }) =>
          html`<dt class="quiet">${renderLink(predicate.value, context)}</dt>
            <dd>${renderTerm(object, context)}</dd>`,
      )}
    </dl>
  </section>`

function renderTerm(term: Term, context: PageContext): Fragment {
  if (term.termType === 'NamedNode') return renderLink(term.value, context)
  const language = term.termType === 'Literal' && term.language !== '' ? term.language : undefined
  return renderText({ text: term.value, language })
}
