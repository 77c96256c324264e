import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { useServer } from '../serve/support/live-server.ts'
import { copyFlins } from '../serve/support/serve-flins.ts'
import { useChromium } from './support/chromium.ts'
import { assertQuiet } from './support/watched-page.ts'

describe('the query page in Chromium', () => {
  const open = useChromium()
  const server = useServer(copyFlins)

  // What answers queries starts after the server.
  before(() => server().fetch('/sparql?query=ASK%7B%7D'))

  /** Opens the query page with an empty editor. */
  async function openEditor() {
    const watched = await open()
    const { page } = watched
    await page.goto(`${server().url}/sparql`)
    await editor(page).click()
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
    return watched
  }

  const editor = (page: Page) => page.locator('.cm-content')
  const status = (page: Page) => page.locator('output[data-status]')
  const answer = (page: Page) => page.locator('#answer')

  /** Types, and takes what the editor offers with these words. */
  async function complete(page: Page, typed: string, offered: string): Promise<void> {
    await page.keyboard.type(typed)
    const option = page.locator('.cm-tooltip-autocomplete li').filter({ hasText: offered }).first()
    await option.waitFor()
    while ((await option.getAttribute('aria-selected')) !== 'true') {
      await page.keyboard.press('ArrowDown')
    }
    // An editor takes no choice in the first moments of a list, as it could be meant for the text.
    await page.waitForTimeout(150)
    await page.keyboard.press('Enter')
  }

  it('completes names by their labels, and runs what was typed', async () => {
    const watched = await openEditor()
    const { page } = watched
    await page.keyboard.type('SELECT ?who WHERE { ')
    await complete(page, 'Flins', 'Flins Renault Factory')
    await page.keyboard.type(' ')
    await complete(page, 'archit', 'architect')
    await page.keyboard.type(' ?who')
    match(await editor(page).innerText(), /:flins wdt:\S+ \?who/)
    await page.keyboard.press('Control+Enter')
    await answer(page).getByText('Bernard Zehrfuss').first().waitFor()
    match(await status(page).innerText(), /1 row|1 answer|1 result/i)
    await assertQuiet(watched)
  })

  it('cancels a query that takes long', async () => {
    const watched = await openEditor()
    const { page } = watched
    const text = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }'
    await page.keyboard.insertText(text)
    await page.locator('[data-run]').click()
    const cancel = page.locator('[data-cancel]')
    await cancel.waitFor()
    match(await status(page).innerText(), /running/i)
    await cancel.click()
    await page.getByText(/cancelled/i).waitFor()
    ok(await cancel.isHidden())
    ok((await editor(page).innerText()).includes(text))
    await assertQuiet(watched)
  })

  it('shows a mistake at its line, as one types and as the server answers', async () => {
    const { page } = await openEditor()
    await page.keyboard.insertText('SELECT * WHERE {\n  ?thing ?property\n}')
    await page.locator('.wrong-line').waitFor()
    strictEqual((await page.locator('.wrong-line').innerText()).trim(), '}')
    await page.locator('[data-run]').click()
    await page.locator('#answer .wrong').waitFor()
    strictEqual((await page.locator('#answer .wrong').innerText()).trim(), '}')
    strictEqual(await answer(page).getAttribute('data-line'), '3')
  })

  it('gives a link that opens the query and its answer', async () => {
    const watched = await openEditor()
    const { page } = watched
    const text = 'SELECT ?name { :renault-fregate rdfs:label ?name }'
    await page.keyboard.insertText(text)
    await page.locator('[data-run]').click()
    await answer(page).getByText('Renault Frégate').first().waitFor()
    const href = (await page.locator('[data-share]').getAttribute('href')) ?? ''
    const link = new URL(href, page.url()).href
    strictEqual(page.url(), link)
    const other = await open()
    await other.page.goto(link)
    await answer(other.page).getByText('Renault Frégate').first().waitFor()
    strictEqual((await editor(other.page).innerText()).trim(), text)
    deepStrictEqual([...(await watched.complaints()), ...(await other.complaints())], [])
  })

  it('downloads an answer as CSV', async () => {
    const { page } = await openEditor()
    await page.keyboard.insertText('SELECT ?name { :renault-fregate rdfs:label ?name }')
    await page.locator('[data-run]').click()
    await answer(page).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .locator('#answer')
        .getByRole('button', { name: /CSV/ })
        .or(page.locator('#answer').getByRole('link', { name: /CSV/ }))
        .first()
        .click(),
    ])
    match(download.suggestedFilename(), /\.csv$/)
    strictEqual(await readFile(await download.path(), 'utf8'), 'name\r\nRenault Frégate\r\n')
  })
})
