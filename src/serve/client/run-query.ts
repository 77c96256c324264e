import type { Mistake } from './editor/check.ts'

/** Longer addresses are sent as forms, and have no link. */
const LONGEST_LINK = 7000

/** How a form is sent, and what hears of it. */
export interface RunOptions {
  readonly form: HTMLFormElement
  /** Told where the query is wrong. */
  readonly mark: (mistake: Mistake) => void
}

/** Sends the form without leaving the page: the server writes the answer, and it takes the place of the one before. */
export function runInPlace({ form, mark }: RunOptions): void {
  const status = form.querySelector<HTMLElement>('[data-status]')
  const cancel = form.querySelector<HTMLButtonElement>('[data-cancel]')
  const format = form.querySelector<HTMLSelectElement>('[name="format"]')
  let running: AbortController | undefined
  const say = (text = '') => {
    if (status) status.textContent = text
  }
  const run = async () => {
    running?.abort()
    const abort = new AbortController()
    running = abort
    setBusy(true, cancel)
    say(form.dataset.running)
    try {
      const { address, answer } = await ask(form, abort.signal)
      say(answer.dataset.status)
      showAnswer(answer)
      readMistake(answer, mark)
      if (address !== undefined && address !== location.href) history.pushState(null, '', address)
    } catch (error) {
      if (running !== abort) return
      const isCancelled = error instanceof DOMException && error.name === 'AbortError'
      say(isCancelled ? form.dataset.cancelled : form.dataset.unreachable)
      if (!isCancelled) console.warn(error)
    } finally {
      if (running === abort) setBusy(false, cancel)
    }
  }
  form.addEventListener('submit', (event) => {
    // Files are for the browser, which knows where to put them.
    if (format && format.value !== 'html') return
    event.preventDefault()
    void run()
  })
  cancel?.addEventListener('click', () => running?.abort())
  // The address that comes back has its own query and answer.
  addEventListener('popstate', () => {
    location.reload()
  })
}

function setBusy(isBusy: boolean, cancel: HTMLButtonElement | null): void {
  const answer = document.querySelector('#answer')
  answer?.classList.toggle('busy', isBusy)
  answer?.setAttribute('aria-busy', String(isBusy))
  if (cancel) cancel.hidden = !isBusy
}

/** Asks the server for the page of the query, and takes the answer out of it. */
async function ask(
  form: HTMLFormElement,
  signal: AbortSignal,
): Promise<{ readonly address: string | undefined; readonly answer: HTMLElement }> {
  const fields = new FormData(form)
  fields.delete('format')
  const parameters = new URLSearchParams(
    [...fields].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value.replaceAll('\r\n', '\n')]] : [],
    ),
  )
  const [action = ''] = form.action.split('?')
  const address = `${action}?${parameters.toString()}`
  const headers = { accept: 'text/html' }
  const isLong = address.length > LONGEST_LINK
  const response = isLong
    ? await fetch(action, { method: 'POST', body: parameters, headers, signal })
    : await fetch(address, { headers, signal })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const answer = page.querySelector<HTMLElement>('#answer') ?? sayTitle(page)
  return { address: isLong ? undefined : address, answer: document.importNode(answer, true) }
}

/** Pages about errors that are not of queries have a heading, which says it. */
function sayTitle(page: Document): HTMLElement {
  const section = page.createElement('section')
  section.id = 'answer'
  section.append(...(page.querySelector('main')?.childNodes ?? []))
  section.dataset.status = page.querySelector('h1')?.textContent ?? ''
  return section
}

function showAnswer(answer: HTMLElement): void {
  document.querySelector('#answer')?.replaceWith(answer)
}

function readMistake({ dataset }: HTMLElement, mark: (mistake: Mistake) => void): void {
  const { line, column, status = '', detail } = dataset
  if (line === undefined || column === undefined) return
  mark({ line: Number(line), column: Number(column), problem: detail ?? status })
}
