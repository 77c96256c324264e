import type { Entity } from '../../../statements/index.ts'
import { kindsOf } from '../../catalogue/index.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { relativePath } from '../../respond/paths.ts'
import { findEntities, matchedName, wordsOf } from '../../search/index.ts'
import type { Hits, SearchIndex } from '../../search/index.ts'
import { renderEntryList } from '../browse/entry-list.ts'
import { renderPage, sectionPaths } from '../layout.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { suggestionWords } from './suggestion-words.ts'
import { paginate, pagingLinks, renderPaging } from '../paging.ts'
import { labelOf, pickText, renderText } from '../values/link.ts'

/** A search, and the page of its hits. */
export interface SearchPage {
  /** Empty where nothing is searched yet. */
  readonly text: string
  readonly page: number
  readonly index: SearchIndex
}

/**
 * Writes what a search found, best first; where it found nothing, what to try instead.
 *
 * @throws UsineError ERR_PATH_NOT_FOUND for a page after the last
 */
export function renderSearchPage({ text, page, index }: SearchPage, context: PageContext): string {
  const { search: words } = messagesWith(context)
  const hits = findEntities(text, index)
  const paging = paginate(hits.best.length, page, context.path)
  const query = { q: text }
  const shown = hits.best.slice(paging.start, paging.end)
  return renderPage(
    {
      title: text === '' ? words.title : words.titleOf(text),
      head: [html`<meta name="robots" content="noindex" />`, pagingLinks(paging, query)],
      searched: text,
      body: html`<h1>
          ${words.title}${text !== '' && html` <span class="quiet"><bdi>${text}</bdi></span>`}
        </h1>
        ${text === '' ? renderForm(context) : renderOutcome(text, hits, index, context)}
        ${renderEntryList(shown, context, (entity) => renderDetails(entity, text, context))}
        ${renderPaging(paging, query, context)}`,
    },
    context,
  )
}

function messagesWith({ language }: PageContext) {
  const words = messagesIn(language)
  return { search: words.searching, words }
}

function renderForm(context: PageContext): Markup {
  const { search, words } = messagesWith(context)
  return html`<form
    class="search"
    action="${relativePath(context.path, '/search')}"
    role="search"
    ${suggestionWords(words)}
  >
    <label for="q">${search.hint}</label>
    <span>
      <input id="q" name="q" type="search" maxlength="200" autocomplete="off" />
      <button>${words.search}</button>
    </span>
  </form>`
}

/** How many there are, or what is to be tried where there is none. */
function renderOutcome(
  text: string,
  { total, best, isNearby }: Hits,
  index: SearchIndex,
  context: PageContext,
): Fragment {
  const { search } = messagesWith(context)
  if (total === 0) return renderNothing(text, index, context)
  return html`<p class="quiet" role="status">
    ${isNearby && `${search.nearby} `}${search.hits(total)}.
    ${best.length < total && search.best(best.length)}
  </p>`
}

function renderNothing(text: string, index: SearchIndex, context: PageContext): Markup {
  const { search } = messagesWith(context)
  const words = wordsOf(text)
  const found = words.length < 2 ? [] : words.slice(0, 8).map((word) => countHits(word, index))
  const useful = found.filter(({ total }) => total > 0)
  const link = (to: string) => relativePath(context.path, to)
  return html`<div class="empty" role="status">
    <p>${words.length === 0 ? search.noWord : html`<bdi>${search.none(text)}</bdi>`}</p>
    ${
      useful.length > 0 &&
      html`<p>${search.tryWords}</p>
        <ul class="chips">
          ${useful.map(
            ({ word, total }) =>
              html`<li>
                <a href="?${new URLSearchParams({ q: word }).toString()}"
                  >${word}
                  <span class="count"
                    >${messagesIn(context.language).browsing.number(total)}</span
                  ></a
                >
              </li>`,
          )}
        </ul>`
    }
    <ul class="chips">
      <li><a href="${link(sectionPaths.browse)}">${search.tryBrowse}</a></li>
      <li><a href="${link(sectionPaths.questions)}">${search.tryQuestions}</a></li>
    </ul>
  </div>`
}

const countHits = (word: string, index: SearchIndex) => ({
  word,
  total: findEntities(word, index).total,
})

/** What an entry is, and by which other name it was found. */
function renderDetails(entity: Entity, text: string, context: PageContext): Fragment {
  const { search } = messagesWith(context)
  const label = pickText(entity.labels, context)?.text ?? entity.id
  const name = matchedName(entity, text, label)
  const [kind] = kindsOf(entity, context.version)
  return html`<p class="quiet">
    ${kind !== undefined && html`<span class="mark rank">${renderText(labelOf(kind, context))}</span>`}
    ${name && html`${search.alsoCalled} ${renderText(name)}`}
  </p>`
}
