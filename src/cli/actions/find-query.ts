import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { UsineError } from '../../errors.ts'
import { listQueryNames, parseSavedQuery, queryFile, readQueryText } from '../../query/index.ts'
import type { SavedQuery } from '../../query/index.ts'
import { didYouMean } from '../../sources/index.ts'
import type { Context } from '../context.ts'
import { checkSite } from '../open-site.ts'

/**
 * Finds the query that a word of the command line means: standard input, a text in SPARQL, a file, or the name of a
 * query of the site.
 */
export async function findQuery(
  word: string,
  directory: string,
  { stdin }: Pick<Context, 'stdin'>,
): Promise<SavedQuery> {
  if (word === '-') return readHeader('standard input', (await buffer(stdin)).toString('utf8'))
  if (/[\s{]/.test(word)) return readHeader('on the command line', word)
  if (/[/\\]|\.(?:rq|sparql)$/.test(word)) {
    return readHeader(basename(word).replace(/\.\w+$/, ''), await readQueryText(word), word)
  }
  await checkSite(directory)
  const names = await listQueryNames(directory)
  if (!names.includes(word)) {
    const suggestion = didYouMean(word, names)
    throw new UsineError('ERR_QUERY_NOT_FOUND', {
      name: word,
      suggestion,
      list: '"usine query --list"',
    })
  }
  const file = queryFile(directory, word)
  return readHeader(word, await readQueryText(file), file)
}

/** Reads the header where there is one: queries that nobody saved need none. */
function readHeader(name: string, text: string, file = name): SavedQuery {
  if (/^\s*#\s*param\b/m.test(text)) return parseSavedQuery(name, text, file)
  return { name, question: '', parameters: [], text, file }
}
