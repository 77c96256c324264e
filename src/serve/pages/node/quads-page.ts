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
        ${[...groups].map(
          ([subject, group]) => group.length > 0 && renderGroup(subject, group, context),
        )}`,
    },
    context,
  )
}

const renderGroup = (subject: string, quads: readonly Quad[], context: PageContext): Markup =>
  html`<section class="node">
    <h2>${renderLink(subject, context)}</h2>
    <dl class="facts">
      ${[...groupObjects(quads)].map(
        ([predicate, objects]) =>
          html`<div>
            <dt>${renderLink(predicate, context)}</dt>
            <dd>
              <ul>
                ${objects.map((object) => html`<li>${renderTerm(object, context)}</li>`)}
              </ul>
            </dd>
          </div>`,
      )}
    </dl>
  </section>`

/** What is said with each predicate. */
function groupObjects(quads: readonly Quad[]): Map<string, Term[]> {
  const groups = new Map<string, Term[]>()
  for (const { predicate, object } of quads) {
    const group = groups.get(predicate.value)
    if (group) group.push(object)
    else groups.set(predicate.value, [object])
  }
  return groups
}

function renderTerm(term: Term, context: PageContext): Fragment {
  if (term.termType === 'NamedNode') return renderLink(term.value, context)
  const language = term.termType === 'Literal' && term.language !== '' ? term.language : undefined
  return renderText({ text: term.value, language })
}
