import type { Entity } from '../../../statements/index.ts'
import { html } from '../../html/html.ts'
import type { Markup } from '../../html/html.ts'
import type { DescribedQuery } from '../../queries/describe-query.ts'
import { encodePart, relativePath } from '../../respond/paths.ts'
import { sectionPaths } from '../layout.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { shellWord } from '../values/shell-word.ts'

/** What the examples are about. */
interface Examples {
  readonly featured: Entity | undefined
  readonly question: DescribedQuery | undefined
}

const query = 'SELECT ?thing ?name WHERE { ?thing a wikibase:Item ; rdfs:label ?name } LIMIT 10'

/** Writes how to use the data in three lines to copy. */
export function renderUse({ featured, question }: Examples, context: PageContext): Markup {
  const { home } = messagesIn(context.language)
  const { base } = context.version
  const lines = [
    featured && {
      what: home.useEntry,
      command: `curl -LH 'Accept: application/ld+json' ${shellWord(`${base}entity/${encodePart(featured.id)}`)}`,
    },
    {
      what: home.useSparql,
      command: `curl -H 'Accept: text/csv' ${shellWord(`${base}sparql`)} --data-urlencode ${shellWord(`query=${query}`)}`,
    },
    question
      ? {
          what: home.useQuestion,
          command: `curl ${shellWord(`${base}${question.path.slice(1)}.csv`)}`,
        }
      : { what: home.useDump, command: `curl -O ${shellWord(`${base}dump.nq.gz`)}` },
  ]
  return html`<section aria-labelledby="use">
    <h2 id="use">${home.use}</h2>
    <p class="quiet">${home.useHint}</p>
    ${lines.map((line) => line && renderLine(line, base))}
    <p class="more">
      <a href="${relativePath(context.path, sectionPaths.dataset)}">${home.moreData}</a>
    </p>
  </section>`
}

interface Line {
  readonly what: string
  readonly command: string
}

/** A line names the published address; a script puts in the one at which the reader found the page. */
const renderLine = ({ what, command }: Line, base: string): Markup =>
  html`<p class="quiet caption">${what}</p>
    <div class="copy" data-base="${base}">
      <pre tabindex="0"><code>${command}</code></pre>
    </div>`
