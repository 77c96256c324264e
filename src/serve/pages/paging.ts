import { UsineError } from '../../errors.ts'
import { html } from '../html/html.ts'
import type { Fragment, Markup } from '../html/html.ts'
import { messagesIn } from './messages/index.ts'
import type { PageContext } from './page-context.ts'

/** How many things a page of a list has. */
export const PAGE_SIZE = 30

/** A part of a list. */
export interface Paging {
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly total: number
  /** From 0; the first that is on the page, and the one after the last. */
  readonly start: number
  readonly end: number
}

/**
 * Reads which page of a list is asked for; the first where none is named.
 *
 * @throws UsineError ERR_PATH_NOT_FOUND for what is no number of a page
 */
export function readPage(text: string | undefined, url: string): number {
  if (text === undefined) return 1
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw noSuchPage(url)
}

/**
 * Tells what is on a page of a list; an empty list has one page.
 *
 * @throws UsineError ERR_PATH_NOT_FOUND for a page after the last
 */
export function paginate(total: number, page: number, url: string, size = PAGE_SIZE): Paging {
  const pages = Math.max(1, Math.ceil(total / size))
  if (page > pages) throw noSuchPage(url)
  const start = (page - 1) * size
  return { page, pages, total, start, end: Math.min(start + size, total) }
}

const noSuchPage = (url: string): UsineError =>
  new UsineError('ERR_PATH_NOT_FOUND', { path: url.slice(0, 200) })

/** What the address of a page of a list says of its number; nothing on the first. */
export const pageParameter = (page: number): string | undefined =>
  page > 1 ? String(page) : undefined

/** Writes the address of a page of a list, relative to the list. */
export function pageHref(page: number, query: Readonly<Record<string, string>>): string {
  const parameters = new URLSearchParams({ ...query, ...(page > 1 && { page: String(page) }) })
  return `?${parameters.toString()}`
}

/** Links to the pages before and after, for those who crawl. */
export const pagingLinks = ({ page, pages }: Paging, query: Query): Fragment => [
  page > 1 && html`<link rel="prev" href="${pageHref(page - 1, query)}" />`,
  page < pages && html`<link rel="next" href="${pageHref(page + 1, query)}" />`,
]

type Query = Readonly<Record<string, string>>

/** Writes which part of a list this is, and links to the others. */
export function renderPaging(paging: Paging, query: Query, context: PageContext): Fragment {
  const { page, pages, start, end, total } = paging
  if (pages === 1) return undefined
  const words = messagesIn(context.language).browsing
  const link = (to: number, text: string, rel: string): Markup =>
    to < 1 || to > pages || to === page
      ? html`<li><span class="quiet">${text}</span></li>`
      : html`<li><a href="${pageHref(to, query)}" rel="${rel}">${text}</a></li>`
  return html`<nav class="paging" aria-label="${words.pages}">
    <p class="quiet">${words.range(start + 1, end, total)}</p>
    <ul class="chips">
      ${link(page > 1 ? 1 : page, words.first, 'first')} ${link(page - 1, words.previous, 'prev')}
      ${link(page + 1, words.next, 'next')} ${link(page < pages ? pages : page, words.last, 'last')}
    </ul>
  </nav>`
}
