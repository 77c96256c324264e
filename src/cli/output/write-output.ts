import { writeFileAtomic, writeToStream } from '../../export/index.ts'
import type { Chunks } from '../../export/index.ts'
import type { Context } from '../context.ts'
import { printable } from './printable.ts'

/**
 * Writes what a command makes to a file, whole or not at all, or to standard output. On a terminal, control characters
 * are shown as escapes; everywhere else each character goes through as it is.
 */
export async function writeOutput(
  chunks: Chunks,
  file: string | undefined,
  { stdout, signal }: Pick<Context, 'stdout' | 'signal'>,
): Promise<void> {
  if (file !== undefined && file !== '-') await writeFileAtomic(file, chunks, { signal })
  else await writeToStream(stdout, stdout.isTTY === true ? shown(chunks) : chunks)
}

async function* shown(chunks: Chunks): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const chunk of chunks) {
    yield printable(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))
  }
}
