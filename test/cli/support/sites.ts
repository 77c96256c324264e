import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.ts'

/** Makes an empty folder for each test, and removes it after. */
export function useFolder(): () => string {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'usine-cli-'))
  })
  afterEach(async () => {
    await rm(folder, { recursive: true })
  })
  return () => folder
}

/** Makes a site in a folder as `usine init` does, with some of its facts replaced. */
export async function makeSite(
  folder: string,
  replacements: Readonly<Record<string, string>> = {},
): Promise<string> {
  await run(['init', folder])
  const file = join(folder, 'data', 'example.yaml')
  let facts = await readFile(file, 'utf8')
  for (const [found, replacement] of Object.entries(replacements)) {
    if (!facts.includes(found)) throw new Error(`The example does not hold ${found}`)
    facts = facts.replace(found, replacement)
  }
  await writeFile(file, facts)
  return folder
}
