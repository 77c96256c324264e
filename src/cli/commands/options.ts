import { listFormats } from '../../formats.ts'
import type { OptionSpec } from '../command.ts'

/** Names of the formats that graphs are written in. */
export const rdfFormatNames = listFormats()
  .map(({ name }) => name)
  .join(', ')

/** Chooses one of the two views of the statements, or both. */
export const viewOption: OptionSpec = {
  flags: '--view <view>',
  description: 'statements as in Wikidata (wikibase), as schema.org has them (schema), or both',
  choices: ['wikibase', 'schema', 'all'],
}

/** Names the file to write. */
export const outOption: OptionSpec = {
  flags: '--out <file>',
  description: 'write to a file, whole or not at all, instead of standard output',
}
