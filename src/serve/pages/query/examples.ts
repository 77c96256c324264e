import type { Term } from '@rdfjs/types'
import { UsineError } from '../../../errors.ts'
import { bindParameters, bindText, parseQuery } from '../../../query/index.ts'
import type { Prefixes } from '../../../rdf/index.ts'
import { perVersion } from '../../documents/site-index.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { describeQueries } from '../../queries/describe-query.ts'
import type { DescribedQuery } from '../../queries/describe-query.ts'
import { relativePath } from '../../respond/paths.ts'
import type { SiteVersion } from '../../context.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'

/** Longer lists are on the page of the questions. */
const MOST = 40

/** Lists the saved queries, each with a link that puts it into the form. */
export function renderExamples(page: PageContext): Fragment {
  const words = messagesIn(page.language).queryPage
  const { aboutOne, aboutAll } = groupedQueries(page.version)
  if (aboutOne.length + aboutAll.length === 0) return undefined
  return html`<aside class="card" aria-labelledby="examples">
    <h2 id="examples">${words.examples}</h2>
    <p class="quiet">${words.examplesHint}</p>
    ${renderGroup(words.aboutOne, aboutOne, page)} ${renderGroup(words.aboutAll, aboutAll, page)}
    <p><a href="${relativePath(page.path, '/queries')}">${words.allExamples}</a></p>
  </aside>`
}

const groupedQueries = perVersion((version) => {
  const all = [...describeQueries(version).values()].slice(0, MOST)
  const isAboutOne = ({ parameters }: DescribedQuery) =>
    parameters.some(({ type }) => type === 'entity')
  return {
    aboutOne: all.filter(isAboutOne),
    aboutAll: all.filter((query) => !isAboutOne(query)),
  }
})

function renderGroup(title: string, queries: readonly DescribedQuery[], page: PageContext): Markup {
  const here = relativePath(page.path, '/sparql')
  return html`<h3>${title}</h3>
    <ul>
      ${queries.map(
        ({ query: { name, question } }) =>
          html`<li>
            <a href="${here}?${new URLSearchParams({ example: name }).toString()}" rel="nofollow"
              ><bdi>${question}</bdi></a
            >
          </li>`,
      )}
    </ul>`
}

/** Gets the text of a saved query with values in place of its parameters, where it can be written so. */
export function exampleText({ query, parameters }: DescribedQuery, version: SiteVersion): string {
  const { base, prefixes, site } = version
  const values = parameters.filter(({ optional }) => !optional)
  const given = Object.fromEntries(values.map(({ name, example }) => [name, example]))
  const { languages } = site.config
  try {
    const { properties } = site.ontology
    const terms = bindParameters(query, given, { base, languages, properties })
    const bound = bindText(query.text.replace(/^# param .*\n/gm, ''), terms)
    const text = [...terms.values()].reduce((rest, term) => shorten(rest, term, prefixes), bound)
    parseQuery(text, { prefixes, baseIri: base })
    return text
  } catch (error) {
    if (error instanceof UsineError) return query.text
    throw error
  }
}

/** Writes an IRI with a prefix, where what is left of it needs no escapes. */
function shorten(text: string, { termType, value }: Term, prefixes: Prefixes): string {
  if (termType !== 'NamedNode') return text
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    const local = value.startsWith(namespace) ? value.slice(namespace.length) : ''
    if (!/^[A-Za-z0-9](?:[\w-]*\w)?$/.test(local)) continue
    return text.replaceAll(`<${value}>`, `${prefix}:${local}`)
  }
  return text
}
