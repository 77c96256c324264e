import { mkdir } from 'node:fs/promises'
import { explainFileError } from '../../export/index.ts'

/** Makes a folder and those above it, where they are not there yet. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (cause) {
    throw explainFileError(folder, cause)
  }
}
