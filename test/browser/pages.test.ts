import { deepStrictEqual, match, ok } from 'node:assert/strict'
import { copyFlins } from '../serve/support/serve-flins.ts'
import { useServer } from '../serve/support/live-server.ts'
import { findBarriers } from './support/axe.ts'
import { useChromium } from './support/chromium.ts'
import { pressThrough } from './support/keyboard.ts'
import { sitePages } from './support/pages.ts'
import type { SitePage } from './support/pages.ts'
import { assertQuiet, overflowOf } from './support/watched-page.ts'

describe('pages in Chromium', () => {
  const open = useChromium()
  const server = useServer(copyFlins)
  const all: SitePage[] = [...sitePages]

  before(async () => {
    const data = await (await server().fetch('/data/flins.nt')).text()
    for (const folder of ['statement', 'value', 'reference']) {
      const [, path] = new RegExp(`<https://flins\\.example(/${folder}/[^>#]*)>`).exec(data) ?? []
      ok(path, `no ${folder} in the data`)
      all.push({ name: folder, path, says: /Flins|flins/ })
    }
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`have neither errors nor barriers in ${colorScheme} mode, and load nothing from elsewhere`, async () => {
      const watched = await open({ colorScheme })
      const found: string[] = []
      for (const { name, path, says } of all) {
        await watched.page.goto(server().url + path, { waitUntil: 'networkidle' })
        match(await watched.page.locator('main').innerText(), says, name)
        const complaints = [...(await watched.complaints()), ...(await findBarriers(watched.page))]
        found.push(...complaints.map((complaint) => `${name}: ${complaint}`))
      }
      deepStrictEqual(found, [])
    })
  }

  for (const width of [320, 360, 768, 1280]) {
    it(`do not scroll sideways at ${width} px`, async () => {
      const { page } = await open({ viewport: { width, height: 800 } })
      const found: string[] = []
      for (const { name, path } of all) {
        await page.goto(server().url + path)
        const overflow = await overflowOf(page)
        if (overflow > 0) found.push(`${name}: ${overflow} px`)
      }
      deepStrictEqual(found, [])
    })
  }

  it('say the same without JavaScript', async () => {
    const { page } = await open({ javaScriptEnabled: false })
    for (const { name, path, says } of all) {
      await page.goto(server().url + path)
      match(await page.locator('main').innerText(), says, name)
    }
  })

  it('are worked by keyboard: first the way past the navigation, then everything, with the focus seen', async () => {
    // Where nothing moves, what has the focus is in sight at once.
    const { page } = await open({ reducedMotion: 'reduce' })
    const found: string[] = []
    for (const { name, path } of all) {
      await page.goto(server().url + path, { waitUntil: 'networkidle' })
      const { order, missed } = await pressThrough(page)
      // An address with a fragment starts there.
      const isWhole = !page.url().includes('#')
      if (isWhole) match(order[0]?.text ?? '', /^(?:Skip to the content|Aller au contenu)$/, name)
      const unseen = order.filter(({ isSeen }) => !isSeen).map(({ text }) => text)
      found.push(...[...unseen, ...(isWhole ? missed : [])].map((target) => `${name}: ${target}`))
    }
    deepStrictEqual(found, [])
  })

  it('are found, asked and queried without JavaScript', async () => {
    const { page } = await open({ javaScriptEnabled: false })
    await page.goto(server().url)
    await page.getByRole('searchbox').first().fill('fregate')
    await page.keyboard.press('Enter')
    await page.waitForURL(/search\?q=fregate/)
    match(await page.locator('main').innerText(), /Renault Frégate/)

    await page.goto(`${server().url}/queries/models-made`)
    await page.getByLabel(/year/i).fill('1960')
    await page.locator('main form button').first().click()
    await page.waitForURL(/year=1960/)
    match(await page.locator('main').innerText(), /Renault Dauphine/)

    await page.goto(`${server().url}/sparql`)
    await page.getByLabel('SPARQL').fill('ASK { :flins ?p ?o }')
    await page.locator('button[data-run]').click()
    await page.waitForURL(/query=ASK/)
    match(await page.locator('#answer').innerText(), /Yes/)
  })

  it('skip to their content', async () => {
    const watched = await open()
    const { page } = watched
    await page.goto(`${server().url}/page/flins`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    ok(await page.evaluate(`document.activeElement?.closest('main') !== null`))
    await assertQuiet(watched)
  })
})
