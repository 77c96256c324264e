import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import type { DescribedQuery } from '../../queries/describe-query.ts'
import { relativePath } from '../../respond/paths.ts'
import { renderPage } from '../layout.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { renderSavedText } from './saved-text.ts'

/** Writes the page that lists the questions, grouped by what they are about. */
export function renderQuestionList(
  queries: readonly DescribedQuery[],
  context: PageContext,
): string {
  const words = messagesIn(context.language)
  const groups = [...groupBySubject(queries)].sort(bySubject)
  return renderPage(
    {
      title: words.questions,
      body: html`<h1>${words.questions}</h1>
        <p class="lead">${words.asked.intro}</p>
        ${groups.length === 0 && html`<p class="empty">${words.asked.none}</p>`}
        ${groups.map(([subject, group]) => renderGroup(subject, group, context))}`,
    },
    context,
  )
}

/** The largest group comes first, what is about no one thing last. */
const bySubject = ([a, { length: m }]: Group, [b, { length: n }]: Group): number =>
  Number(a === '') - Number(b === '') || n - m

type Group = readonly [subject: string, queries: readonly DescribedQuery[]]

/** Questions are about what their first entity means; those without one about all. */
function groupBySubject(
  queries: readonly DescribedQuery[],
): ReadonlyMap<string, readonly DescribedQuery[]> {
  const groups = new Map<string, DescribedQuery[]>()
  for (const described of queries) {
    const subject = described.parameters.find(({ type }) => type === 'entity')?.meaning ?? ''
    const group = groups.get(subject)
    if (group) group.push(described)
    else groups.set(subject, [described])
  }
  return groups
}

function renderGroup(
  subject: string,
  queries: readonly DescribedQuery[],
  context: PageContext,
): Markup {
  const { asked } = messagesIn(context.language)
  return html`<section>
    <h2>${subject === '' ? asked.aboutAll : html`<bdi>${asked.about(subject)}</bdi>`}</h2>
    <ul class="questions">
      ${queries.map((described) => renderItem(described, context))}
    </ul>
  </section>`
}

function renderItem(described: DescribedQuery, context: PageContext): Markup {
  const { query, path } = described
  const href = relativePath(context.path, path)
  return html`<li>
    <a href="${href}">${renderSavedText(query.question, context)}</a>
    ${renderParameters(described, href, context)}
  </li>`
}

function renderParameters(
  { parameters }: DescribedQuery,
  href: string,
  context: PageContext,
): Fragment {
  const { asked } = messagesIn(context.language)
  const shown = parameters.filter(({ type }) => type !== 'language')
  if (shown.length === 0) return undefined
  const toFill = shown.filter(({ defaultValue }) => defaultValue === undefined)
  const values = new URLSearchParams(
    toFill.map(({ name, example }): [string, string] => [name, example]),
  )
  const example = toFill.map(({ example: value }) => value).join(', ')
  return html`<p class="quiet">
    ${asked.asksFor}
    ${shown.map(({ meaning }, at) => [at > 0 ? '; ' : '', renderSavedText(meaning, context)])}.
    ${toFill.length > 0 && html`<a href="${href}?${values.toString()}"><bdi>${asked.attempt(example)}</bdi></a>`}
  </p>`
}
