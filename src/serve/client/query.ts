/** What runs on the query page: an editor in the place of the text area, and answers without leaving the page. */
import type * as grammarModule from './grammar.ts'
import type { FoundEntity } from './editor/complete.ts'
import { createEditor } from './editor/create-editor.ts'
import type { QueryTerms } from './editor/suggest.ts'
import { runInPlace } from './run-query.ts'

type Grammar = typeof grammarModule

const noTerms: QueryTerms = { prefixes: {}, terms: [] }

const form = document.querySelector<HTMLFormElement>('form[data-query-form]')
const textarea = form?.querySelector<HTMLTextAreaElement>('textarea[name="query"]')
if (form && textarea) start(form, textarea)

function start(form: HTMLFormElement, textarea: HTMLTextAreaElement): void {
  const { terms = '', search = '', grammar = '' } = form.dataset
  const hint = form.querySelector<HTMLElement>('#query-hint')
  const label = form.querySelector<HTMLLabelElement>('label[for="query"]')
  const loadTerms = once(() => fetchJson<QueryTerms>(terms).then((found) => found ?? noTerms))
  const loadGrammar = once(() => import(toUrl(grammar)) as Promise<Grammar>)
  const editor = createEditor({
    textarea,
    label: [label?.textContent, hint?.textContent].join('. '),
    loadTerms,
    searchEntities: (text, signal) => searchEntities(search, text, signal),
    check: async (query) => {
      if (grammar === '') return undefined
      const [{ checkSyntax }, { prefixes }] = await Promise.all([loadGrammar(), loadTerms()])
      return checkSyntax(query, prefixes)
    },
    run: () => {
      form.requestSubmit()
    },
  })
  label?.addEventListener('click', editor.focus)
  for (const button of form.querySelectorAll<HTMLElement>('[data-run-long]')) button.hidden = true
  if (hint) hint.hidden = false
  runInPlace({ form, mark: editor.mark })
}

/** Labels are looked up by the search of the site. */
async function searchEntities(
  address: string,
  text: string,
  signal: AbortSignal,
): Promise<readonly FoundEntity[]> {
  const parameters = new URLSearchParams({ q: text, format: 'json' })
  const found = await fetchJson<{ readonly hits?: readonly FoundEntity[] }>(
    `${address}?${parameters.toString()}`,
    signal,
  )
  return found?.hits ?? []
}

/** Where the server does not answer there is nothing to complete; the editor works on. */
async function fetchJson<T>(address: string, signal?: AbortSignal): Promise<T | undefined> {
  try {
    const headers = { accept: 'application/json' }
    const response = await fetch(toUrl(address), { headers, ...(signal && { signal }) })
    return response.ok ? ((await response.json()) as T) : undefined
  } catch {
    return undefined
  }
}

const toUrl = (address: string): string => new URL(address, document.baseURI).href

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
