/** What the search answers programs with; `docs/reference/http.md` describes it. */
interface Answer {
  readonly total: number
  readonly hits: readonly Hit[]
}

interface Hit {
  readonly id: string
  readonly label: string
  readonly language: string
  readonly match?: string
  readonly description?: string
  readonly class?: string
}

/** How long typing must rest before something is asked for, in milliseconds. */
const REST = 150
/** How many suggestions are shown; the page of the search has all. */
const SHOWN = 8

/** Gives each search box suggestions as one types; without them, it is a form that works. */
export function suggestOnTyping(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-search]')) {
    const input = form.querySelector<HTMLInputElement>('input[name="q"]')
    if (input) addSuggestions(form, input)
  }
}

/**
 * Makes a search box a combobox with list autocomplete and manual selection.
 *
 * @see the pattern "combobox" of the ARIA Authoring Practices Guide
 */
function addSuggestions(form: HTMLFormElement, input: HTMLInputElement): void {
  const { listLabel = '', countLabel = '', noneLabel = '' } = form.dataset
  const list = createList(`${input.id}-suggestions`, listLabel)
  const status = document.createElement('p')
  status.role = 'status'
  status.className = 'hidden'
  form.append(list, status)
  input.role = 'combobox'
  input.autocomplete = 'off'
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.ariaExpanded = 'false'

  let request = new AbortController()
  let timer = 0
  const isOpen = () => !list.hidden

  const activate = (option: Element | undefined): void => {
    for (const one of list.children) one.ariaSelected = String(one === option)
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
    option?.scrollIntoView({ block: 'nearest' })
  }
  const active = (): HTMLElement | null => list.querySelector('[aria-selected="true"]')
  const close = (): void => {
    activate(undefined)
    list.hidden = true
    input.ariaExpanded = 'false'
  }
  const cancel = (): void => {
    clearTimeout(timer)
    request.abort()
  }
  const open = ({ total, hits: all }: Answer): void => {
    const hits = all.slice(0, SHOWN)
    activate(undefined)
    list.replaceChildren(...hits.map((hit, at) => createOption(hit, `${list.id}-${at}`, form)))
    list.hidden = hits.length === 0
    input.ariaExpanded = String(hits.length > 0)
    status.textContent = total === 0 ? noneLabel : countLabel.replace('{count}', String(total))
  }
  const ask = async (text: string): Promise<void> => {
    cancel()
    request = new AbortController()
    const { signal } = request
    try {
      const answer = await fetchHits(form, text, signal)
      if (!signal.aborted && document.activeElement === input) open(answer)
    } catch {
      // The server may be gone, or something else may be asked for; the form works all the same.
      if (!signal.aborted) close()
    }
  }
  const move = (step: number): void => {
    const options = [...list.children]
    const current = active()
    const start = step > 0 ? -1 : options.length
    const at = (current ? options.indexOf(current) : start) + step
    // Past either end, one is back in the text.
    activate(options[at])
  }

  input.addEventListener('input', () => {
    cancel()
    const text = input.value.trim()
    if (text === '') {
      close()
      status.textContent = ''
      return
    }
    timer = window.setTimeout(() => void ask(text), REST)
  })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const text = input.value.trim()
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isOpen()) {
        if (text === '') return
        event.preventDefault()
        void ask(text)
        return
      }
      event.preventDefault()
      if (!event.altKey) move(event.key === 'ArrowDown' ? 1 : -1)
      else if (event.key === 'ArrowUp') close()
    } else if (event.key === 'Escape' && isOpen()) {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && isOpen()) {
      const option = active()
      if (!option) return
      event.preventDefault()
      follow(option)
    }
  })
  input.addEventListener('blur', () => {
    cancel()
    close()
  })
  // The text keeps the focus when an option is pressed.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault()
  })
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null
    if (option instanceof HTMLElement) follow(option)
  })
}

async function fetchHits(
  { action }: HTMLFormElement,
  text: string,
  signal: AbortSignal,
): Promise<Answer> {
  const url = new URL(action)
  const language = new URLSearchParams(location.search).get('lang')
  url.search = new URLSearchParams({
    q: text,
    format: 'json',
    ...(language !== null && { lang: language }),
  }).toString()
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(response.statusText)
  return (await response.json()) as Answer
}

function createList(id: string, label: string): HTMLUListElement {
  const list = document.createElement('ul')
  list.id = id
  list.role = 'listbox'
  list.ariaLabel = label
  list.className = 'suggestions'
  list.hidden = true
  return list
}

function createOption(hit: Hit, id: string, { action }: HTMLFormElement): HTMLLIElement {
  const option = document.createElement('li')
  option.id = id
  option.role = 'option'
  option.ariaSelected = 'false'
  // Beside the search, wherever the site is served.
  option.dataset['href'] = new URL(`page/${encodeURIComponent(hit.id)}`, action).href
  option.append(createText('bdi', hit.label, hit.language))
  if (hit.match !== undefined) option.append(' ', createText('bdi', `(${hit.match})`))
  const about = [hit.class, hit.description].filter((text) => text !== undefined).join(' · ')
  if (about !== '') option.append(createText('small', about))
  return option
}

function createText(tag: 'bdi' | 'small', text: string, language?: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  if (language !== undefined) element.lang = language
  return element
}

function follow({ dataset }: HTMLElement): void {
  const { href } = dataset
  if (href !== undefined) location.assign(href)
}
