import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode, readError } from '../sources/index.ts'
import { parseSavedQuery } from './saved-query.ts'
import type { SavedQuery } from './saved-query.ts'

/** Lists the saved queries of a site, by name. */
export async function listSavedQueries(directory: string): Promise<readonly SavedQuery[]> {
  const names = await listQueryNames(directory)
  return Promise.all(names.map((name) => readSavedQuery(name, queryFile(directory, name))))
}

/** Lists the names of a site's saved queries; none where there is no folder of them. */
export async function listQueryNames(directory: string): Promise<readonly string[]> {
  const folder = join(directory, 'queries')
  try {
    const files = await readdir(folder)
    return files
      .filter((file) => file.endsWith('.rq') && !file.startsWith('.'))
      .map((file) => file.slice(0, -'.rq'.length))
      .sort()
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return []
    throw readError(folder, cause)
  }
}

/** The file of a saved query. */
export const queryFile = (directory: string, name: string): string =>
  join(directory, 'queries', `${name}.rq`)

/** Reads a query from a file, with the question and the parameters that its header names. */
export async function readSavedQuery(name: string, file: string): Promise<SavedQuery> {
  return parseSavedQuery(name, await readQueryText(file), file)
}

/** Reads the text of a query. */
export async function readQueryText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw readError(file, cause)
  }
}
