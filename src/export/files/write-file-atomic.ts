import { randomBytes } from 'node:crypto'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UsineError } from '../../errors.ts'
import { joinChunks } from './chunks.ts'
import type { Chunks } from './chunks.ts'
import { explainFileError } from './explain-file-error.ts'

/** How to write a file. */
export interface WriteFileOptions {
  /** Stops the writing before the next chunk; the file stays as it was. */
  readonly signal?: AbortSignal
}

/**
 * Writes a file so that it is there whole or not at all: under another name in the same folder, forced to the disk,
 * then renamed. Whatever goes wrong, the file that was there stays, and nothing is left beside it. A symbolic link
 * stays one; what is no regular file (`/dev/stdout`, a pipe) is written to directly, since it cannot be replaced.
 *
 * @throws UsineError ERR_FILE_WRITE when the disk, a permission or a folder is in the way; what the chunks or the
 * signal throw is thrown as it is
 */
export async function writeFileAtomic(
  path: string,
  chunks: Chunks,
  { signal }: WriteFileOptions = {},
): Promise<void> {
  signal?.throwIfAborted()
  const explained = explainer(path)
  const target = await explained(() => findTarget(path))
  const writing = { chunks, signal, explained }
  if (!target.isReplaceable) {
    await writeAll(await explained(() => open(target.path, 'w')), writing)
    return
  }
  const name = `.usine-${randomBytes(8).toString('hex')}.tmp`
  const temporary = join(dirname(target.path), name)
  const file = await explained(() => open(temporary, 'wx'))
  try {
    await writeAll(file, { ...writing, finish: () => finish(file, target) })
    await explained(() => rename(temporary, target.path))
  } catch (error) {
    // What went wrong first is what matters, also when the folder is gone.
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}

interface Target {
  readonly path: string
  readonly isReplaceable: boolean
  /** The permissions of the file that is replaced. */
  readonly mode?: number
}

/** Finds what a path leads to; a path that leads nowhere yet is a new file. */
async function findTarget(path: string): Promise<Target> {
  const stats = await stat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  })
  if (stats === undefined) return { path, isReplaceable: true }
  if (stats.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' })
  if (!stats.isFile()) return { path, isReplaceable: false }
  return { path: await realpath(path), isReplaceable: true, mode: stats.mode & 0o7777 }
}

/** Gives the new file the permissions of the old one, and forces it to the disk. */
async function finish(file: FileHandle, { mode }: Target): Promise<void> {
  if (mode !== undefined) await file.chmod(mode)
  await file.sync()
}

interface Writing {
  readonly chunks: Chunks
  readonly signal: AbortSignal | undefined
  readonly explained: Explained
  readonly finish?: () => Promise<void>
}

async function writeAll(file: FileHandle, writing: Writing): Promise<void> {
  const { chunks, signal, explained } = writing
  try {
    for await (const chunk of joinChunks(chunks)) {
      signal?.throwIfAborted()
      await explained(() => file.writeFile(chunk))
    }
    signal?.throwIfAborted()
    if (writing.finish) await explained(writing.finish)
  } finally {
    await file.close()
  }
}

type Explained = <T>(act: () => Promise<T>) => Promise<T>

/** Turns the errors of the system into errors that say what to do; those of the chunks are not ours to explain. */
const explainer =
  (path: string): Explained =>
  async (act) => {
    try {
      return await act()
    } catch (error) {
      throw error instanceof UsineError ? error : explainFileError(path, error)
    }
  }
