import { match, ok, strictEqual } from 'node:assert/strict'
import { useServer } from '../serve/support/live-server.ts'
import { copyFlins } from '../serve/support/serve-flins.ts'
import { useChromium } from './support/chromium.ts'
import { assertQuiet } from './support/watched-page.ts'

describe('what readers do in Chromium', () => {
  const open = useChromium()
  const server = useServer(copyFlins)

  it('open a question, change a parameter, and get the new answer', async () => {
    const watched = await open()
    const { page } = watched
    await page.goto(`${server().url}/queries`)
    await page.getByRole('link', { name: /What was made here/ }).click()
    const answer = page.locator('main .answers')
    match(await answer.innerText(), /Renault Zoe/)
    await page.getByLabel(/year/i).fill('1960')
    await page.locator('main form').getByRole('button').first().click()
    await page.waitForURL(/year=1960/)
    match(await answer.innerText(), /Renault Dauphine/)
    ok(!(await answer.innerText()).includes('Renault Zoe'))
    strictEqual(await page.getByLabel(/year/i).inputValue(), '1960')
    await assertQuiet(watched)
  })

  for (const typed of ['fregate', 'Frégate', 'FREGATTE']) {
    it(`find "Renault Frégate" by "${typed}", as they type and on the page`, async () => {
      const watched = await open()
      const { page } = watched
      await page.goto(server().url)
      const box = page.getByRole('combobox').first()
      await box.fill(typed)
      const option = page.getByRole('option', { name: /Renault Frégate/ })
      await option.waitFor()
      await box.press('Enter')
      await page.waitForURL(/search\?/)
      await page.locator('main').getByRole('link', { name: 'Renault Frégate' }).click()
      await page.waitForURL(/page\/renault-fregate/)
      await page.goBack()
      await box.fill(typed)
      await option.waitFor()
      await box.press('ArrowDown')
      await box.press('Enter')
      await page.waitForURL(/page\/renault-fregate/)
      await assertQuiet(watched)
    })
  }

  it('change the language and stay where they are', async () => {
    const watched = await open()
    const { page } = watched
    await page.goto(`${server().url}/search?q=renault&page=1`)
    await page.locator('.foot').getByRole('link', { name: 'français' }).click()
    await page.waitForURL(/lang=fr/)
    strictEqual(new URL(page.url()).searchParams.get('q'), 'renault')
    strictEqual(await page.locator('html').getAttribute('lang'), 'fr')
    await page.goto(`${server().url}/queries/models-made?year=1960&lang=fr`)
    await page.locator('.foot').getByRole('link', { name: 'English' }).click()
    await page.waitForURL(/lang=en/)
    strictEqual(new URL(page.url()).searchParams.get('year'), '1960')
    match(await page.locator('main .answers').innerText(), /Renault Dauphine/)
    await assertQuiet(watched)
  })
})
