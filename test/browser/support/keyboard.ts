import type { Page } from 'playwright-core'
import { askProbe } from './probe.ts'

/** What has the focus; in sight, and marked as having it. */
interface Stop {
  readonly text: string
  readonly isSeen: boolean
}

/** Where the Tab key leads in a page, in order, and what it does not reach. */
export interface TabOrder {
  readonly order: readonly Stop[]
  readonly missed: readonly string[]
}

/** More than any page has to press through. */
const MOST = 1200

/** Presses Tab from the start of a page until it is through. */
export async function pressThrough(page: Page): Promise<TabOrder> {
  await askProbe(page, 'markTargets')
  const order: Stop[] = []
  while (order.length < MOST) {
    await page.keyboard.press('Tab')
    const text = await askProbe<string | undefined>(page, 'readStop')
    if (text === undefined) break
    order.push({ text, isSeen: await seesFocus(page) })
  }
  return { order, missed: await askProbe(page, 'listMissed') }
}

/** Editors mark the focus a moment after they have it. */
async function seesFocus(page: Page): Promise<boolean> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (await askProbe<boolean>(page, 'seesFocus')) return true
    await page.waitForTimeout(50)
  }
  return false
}
