import { html } from './html.ts'
import type { Fragment, Markup } from './html.ts'
import type { SiteTrouble } from '../context.ts'
import { relativePath } from '../respond/paths.ts'

/** A page. */
export interface Page {
  readonly title: string
  readonly language: string
  /** The path it is at, without the site's own: links are written relative to it. */
  readonly path: string
  /** Elements of the head. */
  readonly head?: Fragment
  readonly body: Fragment
  /** What is wrong with the site's files, for those who edit them. */
  readonly trouble?: SiteTrouble | undefined
}

/** Writes a page: a title, a way home, and its content. */
export function renderPage({ title, language, path, head, body, trouble }: Page): string {
  const link = (to: string): string => relativePath(path, to)
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${head}
      </head>
      <body>
        ${trouble && renderTrouble(trouble)}
        <nav>
          <a href="${link('/')}">Home</a> <a href="${link('/dataset')}">Data set</a>
          <a href="${link('/ontology')}">Ontology</a> <a href="${link('/sparql')}">SPARQL</a>
        </nav>
        <main>${body}</main>
      </body>
    </html> `.text
}

const renderTrouble = ({ at, message, problems }: SiteTrouble): Markup =>
  html`<aside role="alert">
    <p><strong>The last change is not shown</strong> (${at.toISOString()}): ${message}</p>
    <ul>
      ${problems.map(
        ({ severity, message: problem, origin: { file, line, column } }) =>
          html`<li><code>${file}:${line}:${column}</code> ${severity}: ${problem}</li>`,
      )}
    </ul>
  </aside>`
