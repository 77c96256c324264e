import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createServer } from '../src/serve/index.ts'
import { launchChromium } from '../test/browser/support/chromium.ts'
import { sitePages } from '../test/browser/support/pages.ts'

/**
 * Takes pictures of each kind of page, on a phone and on a desk, in light and in dark, into build/screenshots/; of all
 * pages, or of those whose names hold the word that is given.
 */

const root = resolve(import.meta.dirname, '..')
const folder = join(root, 'build/screenshots')
const [word = ''] = process.argv.slice(2)

await mkdir(folder, { recursive: true })
const server = await createServer({
  directory: root,
  host: '127.0.0.1',
  port: 0,
  allowedHosts: [],
  watch: false,
  workers: 1,
  programVersion: '0.0.0',
})
const address = await server.listen()
const browser = await launchChromium()
try {
  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
      for (const { name, path } of sitePages.filter((one) => one.name.includes(word))) {
        await page.goto(address + path, { waitUntil: 'networkidle' })
        const file = `${name.replaceAll(' ', '-')}.${width}.${colorScheme}.png`
        await page.screenshot({ path: join(folder, file), fullPage: true })
        process.stdout.write(`build/screenshots/${file}\n`)
      }
      await page.close()
    }
  }
} finally {
  await browser.close()
  await server.close()
}
