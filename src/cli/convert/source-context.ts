import { readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { UsineError } from '../../errors.ts'
import { hasCode, readError } from '../../sources/index.ts'
import type { FactsIndex, SourceContext } from '../../sources/index.ts'
import type { Setting } from './setting.ts'

/** Makes what a source needs to read a file by itself: the site's ontology, and what its other files define. */
export function createSourceContext(file: string, setting: Setting): SourceContext {
  const { ontology, base, languages, site } = setting
  return {
    ontology,
    base,
    languages,
    file,
    ...(site && { index: withoutFile(site.index, siteName(file, site.directory)) }),
    readSibling: (name) => readSibling(join(dirname(file), name)),
  }
}

/** Facts need a site: their entities are named under its base IRI. */
export function requireSite({ site }: Setting, directory: string): void {
  if (!site) throw new UsineError('ERR_SITE_NOT_FOUND', { directory })
}

const siteName = (file: string, directory: string): string =>
  relative(resolve(directory), resolve(file)).replaceAll('\\', '/')

/** What a file defines itself is no news to it. */
function withoutFile({ entities, sources }: FactsIndex, file: string): FactsIndex {
  const isElsewhere = ({ origin }: { readonly origin: { readonly file: string } }) =>
    origin.file !== file
  return {
    entities: new Map([...entities].filter(([, entity]) => isElsewhere(entity))),
    sources: new Map([...sources].filter(([, source]) => isElsewhere(source))),
  }
}

async function readSibling(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return undefined
    throw readError(file, cause)
  }
}
