import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { watchPage } from './watched-page.ts'
import type { WatchedPage } from './watched-page.ts'

/** Where Chromium is: what `CHROMIUM` names, else the package of Debian. */
export const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Starts Chromium without a window. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })

/** Opens pages in browsers of their own: nothing of one is seen by another. */
export type OpenPage = (options?: BrowserContextOptions) => Promise<WatchedPage>

/** One Chromium for all tests of a suite, which are skipped where there is none. */
export function useChromium(): OpenPage {
  let browser: Browser | undefined
  before(async function () {
    if (!existsSync(chromiumPath)) {
      console.log(`      skipped: there is no Chromium at ${chromiumPath}; CHROMIUM names another`)
      this.skip()
    }
    browser = await launchChromium()
  })
  after(() => browser?.close())
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close()
  })
  return async (options) => {
    if (!browser) throw new Error('Chromium is not there before the tests')
    const context = await browser.newContext({ acceptDownloads: true, ...options })
    return watchPage(await context.newPage())
  }
}
