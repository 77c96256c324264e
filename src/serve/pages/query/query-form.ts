import { listFormats } from '../../../formats.ts'
import { html } from '../../html/html.ts'
import type { Fragment, Markup } from '../../html/html.ts'
import { relativePath } from '../../respond/paths.ts'
import { formatsFor } from '../../sparql/answer-formats.ts'
import { assetPath } from '../assets.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { graphFields } from './link-query.ts'
import type { SentQuery } from './link-query.ts'

const example = `SELECT ?thing ?thingLabel WHERE {
  ?thing wdt:P31 ?class .
  SERVICE wikibase:label { bd:serviceParam wikibase:language "[AUTO_LANGUAGE],en" . }
}
LIMIT 20
`

/** Writes the form that a query is typed into; scripts put an editor in its place. */
export function renderQueryForm(query: SentQuery | undefined, page: PageContext): Markup {
  const words = messagesIn(page.language).queryPage
  const link = (to: string) => relativePath(page.path, to)
  return html`<form
    method="get"
    action="${link('/sparql')}"
    class="query"
    data-query-form
    data-terms="${link('/query-terms')}"
    data-search="${link('/search')}"
    data-grammar="${linkAsset('grammar.js', link)}"
    data-running="${words.running}"
    data-cancelled="${words.cancelled}"
    data-unreachable="${words.unreachable}"
  >
    <label for="query">${words.editor}</label>
    <textarea
      id="query"
      name="query"
      rows="14"
      spellcheck="false"
      autocapitalize="off"
      autocomplete="off"
      aria-describedby="query-hint"
      required
    >
${query?.text ?? example}</textarea>
    <p id="query-hint" class="quiet" hidden>${words.editorHint}</p>
    ${graphFields(query ?? { defaultGraphs: [], namedGraphs: [] }).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    <div class="controls">
      <button data-run>${words.run}</button>
      <button type="button" class="plain" data-cancel hidden>${words.cancel}</button>
      ${renderFormats(page)}
      <button class="plain" formmethod="post" title="${words.runLongHint}" data-run-long>
        ${words.runLong}
      </button>
      <output for="query" data-status></output>
    </div>
  </form>`
}

const linkAsset = (name: 'grammar.js', link: (to: string) => string): string | undefined => {
  const path = assetPath(name)
  return path === undefined ? undefined : link(path)
}

function renderFormats({ language }: PageContext): Markup {
  const words = messagesIn(language).queryPage
  return html`<label for="format">${words.showAs}</label>
    <select id="format" name="format">
      <option value="html">${words.here}</option>
      <optgroup label="${words.tables}">${formatsFor('SELECT').map(renderOption)}</optgroup>
      <optgroup label="${words.graphs}">${listFormats().map(renderOption)}</optgroup>
    </select>`
}

const renderOption = ({
  name,
  title,
}: {
  readonly name: string
  readonly title: string
}): Fragment => html`<option value="${name}">${title}</option>`
