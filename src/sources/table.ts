import { UsineError } from '../errors.ts'
import { csvSource } from './csv/index.ts'
import { factsSource } from './facts/index.ts'
import type { Source } from './source.ts'
import { createWikibaseJsonSource } from './wikibase-json/index.ts'

/** Every source; a new kind of file is one more row. */
const sources: readonly Source[] = [factsSource, csvSource, createWikibaseJsonSource()]

/** Finds the source for a file by the extension of its name; the longest extension wins (`.json.gz` before `.gz`). */
export function findSource(file: string): Source {
  const name = file.toLowerCase()
  const matches = allExtensions()
    .filter(({ extension }) => name.endsWith(extension))
    .sort((a, b) => b.extension.length - a.extension.length)
  if (matches[0]) return matches[0].source
  throw new UsineError('ERR_SOURCE_UNKNOWN', { file, known: listExtensions().join(', ') })
}

/** Tells whether a source reads files with such a name. */
export const hasSource = (file: string): boolean =>
  allExtensions().some(({ extension }) => file.toLowerCase().endsWith(extension))

/** Lists the extensions that are read. */
export const listExtensions = (): string[] => allExtensions().map(({ extension }) => extension)

const allExtensions = () =>
  sources.flatMap((source) => source.extensions.map((extension) => ({ extension, source })))
