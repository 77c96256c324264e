import { dirname } from 'node:path'
import { UsineError } from '../../errors.ts'

/** What is in the way and what helps, by the code of the system's error. */
const reasons: Readonly<Record<string, (path: string) => string>> = {
  EACCES: (path) =>
    `you may not write to the folder ${dirname(path)}; change its permissions or choose another`,
  EPERM: (path) => `the system does not allow it in the folder ${dirname(path)}; choose another`,
  EROFS: () => 'the disk is read-only; choose another place',
  ENOSPC: () => 'the disk is full; free some space or choose another place',
  EDQUOT: () => 'your quota is used up; free some space or choose another place',
  EFBIG: () => 'the file grew larger than the system allows',
  ENOENT: (path) => `there is no folder ${dirname(path)}; create it first`,
  ENOTDIR: (path) => `a part of ${dirname(path)} is a file, not a folder; choose another place`,
  EISDIR: () => 'it is a folder; name a file in it',
  ENAMETOOLONG: () => 'the name is too long; choose a shorter one',
  EMFILE: () => 'too many files are open; raise the limit (ulimit -n)',
  ELOOP: () => 'its symbolic links go round in circles',
}

/** Says what kept a file from being written, where, and what to do. */
export function explainFileError(path: string, cause: unknown): UsineError {
  const code = (cause as NodeJS.ErrnoException).code ?? ''
  const message = cause instanceof Error ? cause.message : String(cause)
  const reason = Object.hasOwn(reasons, code) ? reasons[code]?.(path) : undefined
  return new UsineError('ERR_FILE_WRITE', { file: path, reason: reason ?? message }, { cause })
}
