import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'

const entry = fileURLToPath(new URL('../probe/probe.ts', import.meta.url))

/** Puts the probe into each document of a page, before its own scripts. */
export async function addProbe(page: Page): Promise<void> {
  await page.addInitScript({ content: await source() })
}

let bundled: Promise<string> | undefined

const source = (): Promise<string> => (bundled ??= bundle())

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
  })
  return outputFiles[0]?.text ?? ''
}

/** Asks the probe of a page. */
export const askProbe = <Answer>(page: Page, question: string): Promise<Answer> =>
  page.evaluate<Answer>(`probe.${question}()`)
