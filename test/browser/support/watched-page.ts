import { deepStrictEqual } from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { addProbe, askProbe } from './probe.ts'

/** A page of a browser, and what went wrong in it. */
export interface WatchedPage {
  readonly page: Page
  /** Errors, warnings, violations of the policy, dialogs, and requests to other hosts, since it was asked before. */
  complaints(): Promise<readonly string[]>
}

/** Notes what goes wrong in a page, from the first script of each document on. */
export async function watchPage(page: Page): Promise<WatchedPage> {
  const found: string[] = []
  let origin: string | undefined
  page.on('console', (message) => {
    // A page about an error is an error to the console, too.
    const isAnswer = message.text().startsWith('Failed to load resource')
    const isDocument = message.location().url === page.url()
    if (['error', 'warning'].includes(message.type()) && !(isAnswer && isDocument)) {
      found.push(`console: ${message.text()}`)
    }
  })
  page.on('pageerror', (error) => found.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    found.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (!/^https?:$/.test(url.protocol)) return
    origin ??= url.origin
    if (url.origin !== origin) found.push(`request: ${request.url()}`)
  })
  await addProbe(page)
  return {
    page,
    complaints: async () => [...found.splice(0), ...(await askProbe<string[]>(page, 'violations'))],
  }
}

/** Fails where anything went wrong in a page. */
export async function assertQuiet({ complaints }: WatchedPage): Promise<void> {
  deepStrictEqual(await complaints(), [])
}

/** How much wider a document is than its window, in pixels. */
export const overflowOf = (page: Page): Promise<number> => askProbe(page, 'overflow')
