import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UsineError } from '../../errors.ts'
import { readText } from '../read-text.ts'
import type { Report } from '../report.ts'

/** A text file of a site: its name relative to the site's folder, with slashes, and its text. */
export interface SiteText {
  readonly file: string
  readonly text: string
}

/**
 * Lists the files of one folder of a site and of its subfolders, by name; none where there is no such folder. Names
 * with a dot before them are left out. A symbolic link counts as a file: one that leads to none cannot be read, which
 * is an error.
 */
export async function listFiles(directory: string, folder: string): Promise<string[]> {
  try {
    const entries = await readdir(join(directory, folder), { withFileTypes: true })
    const visible = entries.filter(({ name }) => !name.startsWith('.'))
    const files = visible
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map(({ name }) => `${folder}/${name}`)
    const folders = visible.filter((entry) => entry.isDirectory())
    const below = await Promise.all(
      folders.map(({ name }) => listFiles(directory, `${folder}/${name}`)),
    )
    return [...files, ...below.flat()].sort()
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return []
    throw readError(join(directory, folder), cause)
  }
}

/** How many files are open at once; systems allow some hundred. */
const MOST_OPEN = 64

/** Reads files, not too many at once; gives what was read in the order of the names. */
export async function readEach<T>(
  names: readonly string[],
  read: (name: string) => Promise<T>,
): Promise<T[]> {
  const results: T[] = []
  for (let start = 0; start < names.length; start += MOST_OPEN) {
    results.push(...(await Promise.all(names.slice(start, start + MOST_OPEN).map(read))))
  }
  return results
}

/** Reads a file of a site as text; undefined where it is not text, which is reported. */
export async function readSiteText(
  directory: string,
  file: string,
  report: Report,
): Promise<SiteText | undefined> {
  try {
    const read = await readText(createReadStream(join(directory, file)), file)
    if ('text' in read) return { file, text: read.text }
    report.error(read.problem.origin, read.problem.message)
    return undefined
  } catch (cause) {
    throw readError(join(directory, file), cause)
  }
}

/** Computes the SHA-256 of a file of a site, in hexadecimal. */
export async function digestFile(directory: string, file: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(join(directory, file))) hash.update(chunk as Buffer)
  } catch (cause) {
    throw readError(join(directory, file), cause)
  }
  return hash.digest('hex')
}

/** Tells whether an error is the operating system's with this code. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied; make it readable',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  EMFILE: 'too many files are open',
}

/** Says why a file cannot be read, in the user's words. */
export function readError(file: string, cause: unknown): UsineError {
  const error = cause instanceof Error ? cause : new Error(String(cause))
  const reason = ('code' in error && reasons[String(error.code)]) || error.message
  return new UsineError('ERR_FILE_READ', { file, reason }, { cause })
}
