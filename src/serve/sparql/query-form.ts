import { listFormats } from '../../formats.ts'
import type { ServeContext } from '../context.ts'
import { html } from '../html/html.ts'
import { renderPage } from '../pages/layout.ts'
import type { PageContext } from '../pages/page-context.ts'
import { formatsFor } from './answer-formats.ts'
import { listLimits } from './describe-service.ts'

const example = `SELECT ?thing ?thingLabel WHERE {
  ?thing wdt:P31 ?class .
  SERVICE wikibase:label { bd:serviceParam wikibase:language "[AUTO_LANGUAGE],en" . }
}
LIMIT 20
`

/** Writes the page where people type a query; it works without scripts. */
export function renderQueryForm({ queries, scratch }: ServeContext, page: PageContext): string {
  const title = 'SPARQL'
  return renderPage(
    {
      title,
      body: html`<h1>${title}</h1>
        ${
          scratch &&
          html`<p>
            <strong>This is a copy in memory.</strong> It can be changed, and it is forgotten when
            the server stops.
          </p>`
        }
        <form method="get" action="sparql">
          <p>
            <label for="query">Query</label><br />
            <textarea id="query" name="query" rows="14" cols="90" spellcheck="false" required>
${example}</textarea>
          </p>
          <p>
            <label for="format">Format</label>
            <select id="format" name="format">
              <optgroup label="Rows and answers (SELECT, ASK)">
                ${formatsFor('SELECT').map(
                  ({ name, title: text }) => html`<option value="${name}">${text}</option>`,
                )}
              </optgroup>
              <optgroup label="Graphs (CONSTRUCT, DESCRIBE)">
                ${listFormats().map(
                  ({ name, title: text }) => html`<option value="${name}">${text}</option>`,
                )}
              </optgroup>
            </select>
            <button>Ask</button>
          </p>
        </form>
        <h2>Limits</h2>
        <dl>
          ${listLimits(queries.limits).map(
            ({ name, value, unit }) =>
              html`<dt>${name}</dt>
                <dd>${value} ${unit}</dd>`,
          )}
        </dl>`,
    },
    page,
  )
}
