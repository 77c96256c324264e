import type { SiteTrouble } from '../context.ts'
import { html } from '../html/html.ts'
import type { Fragment, Markup } from '../html/html.ts'
import { relativePath } from '../respond/paths.ts'
import { assetPath } from './assets.ts'
import { messageLanguage, messagesIn } from './messages/index.ts'
import type { Messages } from './messages/index.ts'
import { pageLanguages } from './page-context.ts'
import type { PageContext } from './page-context.ts'
import { suggestionWords } from './search/suggestion-words.ts'
import { styleSheet } from './style.ts'
import { languageName } from './values/language-name.ts'
import { pickText, renderText } from './values/link.ts'

/** A page. */
export interface Page {
  readonly title: string
  /** Elements of the head. */
  readonly head?: Fragment
  /** What is left of the page's own place: links from the home page down to here. */
  readonly breadcrumb?: readonly Crumb[]
  readonly body: Fragment
  /** What the search box holds. */
  readonly searched?: string
}

/** A step on the way to a page. */
export interface Crumb {
  readonly href: string
  readonly text: Fragment
}

/** The sections of every site, in the order of the navigation. */
const sections = ['browse', 'questions', 'query', 'ontology', 'dataset'] as const

/** Where each section is. */
export const sectionPaths: Readonly<Record<(typeof sections)[number], string>> = {
  browse: '/browse',
  questions: '/queries',
  query: '/sparql',
  ontology: '/ontology',
  dataset: '/dataset',
}

/** Writes a page: head with navigation and search, content, foot. */
export function renderPage(page: Page, context: PageContext): string {
  const { language, version, path, trouble } = context
  const words = messagesIn(language)
  const link = (to: string): string => relativePath(path, to)
  const site = pickText(version.site.config.title, context) ?? { text: version.base }
  const title = path === '/' ? site.text : `${page.title} · ${site.text}`
  return html`<!doctype html>
    <html lang="${messageLanguage(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${styleSheet.element}
        <link rel="icon" href="${link(assetPath('icon.svg') ?? '')}" type="image/svg+xml" />
        <link rel="search" href="${link('/search')}" />
        ${page.head} ${renderScript(assetPath('site.js'), link)}
      </head>
      <body data-copy-label="${words.copy}" data-copied-label="${words.copied}">
        <a class="hidden skip" href="#content">${words.skip}</a>
        <header class="masthead">
          <div class="wide">
            <a class="site-name" href="${link('/')}">${renderText(site)}</a>
            <nav aria-label="${words.mainNavigation}">
              <ul>
                ${sections.map((name) => renderSection(name, { words, path, link }))}
              </ul>
            </nav>
            <form action="${link('/search')}" role="search" ${suggestionWords(words)}>
              <label class="hidden" for="search">${words.searchLabel}</label>
              <input
                id="search"
                name="q"
                type="search"
                value="${page.searched}"
                placeholder="${words.searchLabel}"
                autocomplete="off"
                maxlength="200"
              />
              <button>${words.search}</button>
            </form>
          </div>
        </header>
        <main id="content" class="wide">
          ${trouble && renderTrouble(trouble, words)} ${renderBreadcrumb(page, words)} ${page.body}
        </main>
        ${renderFoot(context, words)}
      </body>
    </html> `.text
}

/** Pages work without scripts; those that were not built are left out. */
export const renderScript = (path: string | undefined, link: (to: string) => string): Fragment =>
  path === undefined ? undefined : html`<script type="module" src="${link(path)}"></script>`

interface Navigation {
  readonly words: Messages
  readonly path: string
  readonly link: (to: string) => string
}

function renderSection(name: (typeof sections)[number], { words, path, link }: Navigation): Markup {
  const to = sectionPaths[name]
  const isHere = path === to || path.startsWith(`${to}/`)
  return html`<li>
    <a href="${link(to)}" ${isHere ? html`aria-current="${path === to ? 'page' : 'true'}"` : ''}
      >${words[name]}</a
    >
  </li>`
}

const renderBreadcrumb = ({ breadcrumb = [] }: Page, words: Messages): Fragment =>
  breadcrumb.length === 0
    ? undefined
    : html`<nav class="breadcrumb" aria-label="${words.breadcrumb}">
        <ol>
          ${breadcrumb.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}
        </ol>
      </nav>`

function renderFoot(context: PageContext, words: Messages): Markup {
  const { version, path, parameters } = context
  const { license, publisher } = version.site.config
  return html`<footer class="foot">
    <div class="wide">
      ${
        publisher &&
        html`<p>
          ${words.publisher}
          ${
            publisher.url === undefined
              ? html`<bdi>${publisher.name}</bdi>`
              : html`<a href="${publisher.url}"><bdi>${publisher.name}</bdi></a>`
          }
        </p>`
      }
      <p><a href="${license}" rel="license">${words.licence}</a></p>
      <nav aria-label="${words.otherLanguages}">
        <ul>
          ${pageLanguages(version).map(
            (language) =>
              html`<li>
                <a
                  href="${relativePath(path, path)}?${inLanguage(language, parameters)}"
                  lang="${language}"
                  hreflang="${language}"
                  rel="alternate nofollow"
                  >${languageName(language)}</a
                >
              </li>`,
          )}
        </ul>
      </nav>
    </div>
  </footer>`
}

function inLanguage(language: string, parameters?: URLSearchParams): string {
  const all = new URLSearchParams(parameters)
  all.set('lang', language)
  return all.toString()
}

const renderTrouble = ({ at, message, problems }: SiteTrouble, words: Messages): Markup =>
  html`<div class="notice error" role="alert">
    <p><strong>${words.lastChangeNotShown}</strong> (${at.toISOString()}): ${message}</p>
    <ul>
      ${problems.map(
        ({ severity, message: problem, origin: { file, line, column } }) =>
          html`<li><code>${file}:${line}:${column}</code> ${severity}: ${problem}</li>`,
      )}
    </ul>
  </div>`
