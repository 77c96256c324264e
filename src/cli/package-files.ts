import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the installed package: it holds the ontology, queries and templates that sites start from. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url))

/** Reads the version of the installed package. */
export function readVersion(): string {
  const text = readFileSync(join(packageFolder, 'package.json'), 'utf8')
  return (JSON.parse(text) as { readonly version: string }).version
}
