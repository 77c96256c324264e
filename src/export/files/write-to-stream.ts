import type { Writable } from 'node:stream'
import { joinChunks } from './chunks.ts'
import type { Chunks } from './chunks.ts'
import { explainFileError } from './explain-file-error.ts'

/** What a stream says when its reader went away. */
const closedCodes: ReadonlySet<string> = new Set([
  'EPIPE',
  'EOF',
  'ECONNRESET',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_PREMATURE_CLOSE',
])

/**
 * Writes to a stream that others own, such as standard output, no faster than it takes. The stream is not ended.
 * Resolves to `closed` when the reader went away (`usine export | head`): nothing is wrong then, and no more is taken
 * from the chunks.
 *
 * @throws UsineError ERR_FILE_WRITE when the stream fails otherwise, as when it leads to a full disk
 */
export async function writeToStream(
  stream: Writable,
  chunks: Chunks,
  name = 'the output',
): Promise<'written' | 'closed'> {
  // Errors come through `writeChunk`; as events nobody listens to, they would end the process.
  const ignore = () => undefined
  stream.on('error', ignore)
  for await (const chunk of joinChunks(chunks)) {
    const error = await writeChunk(stream, chunk)
    if (error === undefined) continue
    if (closedCodes.has(error.code ?? '')) return 'closed'
    throw explainFileError(name, error)
  }
  stream.off('error', ignore)
  return 'written'
}

/** Writes a chunk and waits until it is taken. */
function writeChunk(
  stream: Writable,
  chunk: string | Uint8Array,
): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const onClose = () => {
      resolve(Object.assign(new Error('closed'), { code: 'ERR_STREAM_PREMATURE_CLOSE' }))
    }
    stream.once('close', onClose)
    stream.write(chunk, (error) => {
      stream.off('close', onClose)
      resolve(error ?? undefined)
    })
  })
}
