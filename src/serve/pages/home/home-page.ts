import type { Entity } from '../../../statements/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { SiteVersion } from '../../context.ts'
import { siteIndex } from '../../documents/site-index.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { describeQueries } from '../../queries/describe-query.ts'
import type { DescribedQuery } from '../../queries/describe-query.ts'
import { relativePath } from '../../respond/paths.ts'
import { renderClassLink } from '../browse/class-links.ts'
import { renderPage, sectionPaths } from '../layout.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { formatDate } from '../values/date.ts'
import { pickText, renderText } from '../values/link.ts'
import { renderFeatured } from './featured-entry.ts'
import { renderUse } from './use.ts'

/** How many classes and questions the page names. */
const CLASSES = 12
const QUESTIONS = 6

/** Writes the home page: what the data set is, how much it holds, where to start, and how to use it. */
export function renderHomePage(catalogue: Catalogue, context: PageContext): string {
  const { version } = context
  const { config } = version.site
  const title = pickText(config.title, context) ?? { text: version.base }
  const description = pickText(config.description, context)
  const featured = findFeatured(version)
  const questions = listQuestions(version)
  return renderPage(
    {
      title: title.text,
      head: description && html`<meta name="description" content="${description.text}" />`,
      body: html`<div class="home">
        <header>
          <h1>${renderText(title)}</h1>
          ${description && html`<p class="lead">${renderText(description)}</p>`}
          ${renderSize(catalogue, context)}
        </header>
        ${renderFeatured(featured, context)}
        <div class="columns even">
          ${renderClasses(catalogue, context)} ${renderQuestions(questions, context)}
        </div>
        ${renderUse({ featured, question: questions[0] }, context)}
      </div>`,
    },
    context,
  )
}

function findFeatured(version: SiteVersion): Entity | undefined {
  const { entities, config } = version.site
  const { byId } = siteIndex(version)
  return byId.get(config.defaultEntity ?? '') ?? entities[0]
}

/** The saved queries that can be asked as they are. */
const listQuestions = (version: SiteVersion): DescribedQuery[] =>
  [...describeQueries(version).values()].filter(canBeAsked).slice(0, QUESTIONS)

const canBeAsked = ({ type, parameters }: DescribedQuery): boolean =>
  type === 'select' &&
  parameters.every(
    ({ optional, defaultValue, type: kind }) =>
      optional || defaultValue !== undefined || kind === 'language',
  )

function renderSize(catalogue: Catalogue, context: PageContext): Markup {
  const { home, browsing } = messagesIn(context.language)
  const { entities, statements, sources, classes } = catalogue
  const kinds = [...classes.values()].filter(({ instances }) => instances.length > 0).length
  const counts = [
    [entities.length, home.entries],
    [statements, home.statements],
    [sources, home.sources],
    [kinds, home.kinds],
  ] as const
  const { modified } = context.version
  return html`<dl class="figures" aria-label="${home.size}">
    ${counts.map(
      ([count, name]) =>
        html`<div>
          <dt>${name(count)}</dt>
          <dd>${browsing.number(count)}</dd>
        </div>`,
    )}
    <div>
      <dt>${home.changed}</dt>
      <dd>
        <time datetime="${modified.toISOString()}">${formatDate(modified, context.language)}</time>
      </dd>
    </div>
  </dl>`
}

function renderClasses({ classes }: Catalogue, context: PageContext): Markup {
  const { home } = messagesIn(context.language)
  const largest = [...classes.values()]
    .filter(({ instances }) => instances.length > 0)
    .sort((a, b) => b.instances.length - a.instances.length || b.count - a.count)
    .slice(0, CLASSES)
  return html`<section aria-labelledby="largest">
    <h2 id="largest">${home.largest}</h2>
    <ul class="chips">
      ${largest.map((one) => html`<li>${renderClassLink(one, context)}</li>`)}
    </ul>
    <p class="more">
      <a href="${relativePath(context.path, sectionPaths.browse)}">${home.allKinds}</a>
    </p>
  </section>`
}

function renderQuestions(questions: readonly DescribedQuery[], context: PageContext): Fragment {
  const { home } = messagesIn(context.language)
  const link = (to: string) => relativePath(context.path, to)
  return html`<section aria-labelledby="asked">
    <h2 id="asked">${home.asked}</h2>
    <ul class="asked">
      ${questions.map(
        ({ query, path }) =>
          html`<li>
            <a href="${link(path)}"><bdi>${query.question}</bdi></a>
          </li>`,
      )}
    </ul>
    <p class="more">
      <a href="${link(sectionPaths.questions)}">${home.allQuestions}</a> ·
      <a href="${link(sectionPaths.query)}">${home.ask}</a>
    </p>
  </section>`
}
