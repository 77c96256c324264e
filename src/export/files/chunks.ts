/** Text or bytes, as they come. */
export type Chunks = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/** So much text is written at once. */
const BATCH = 64 * 1024

/** Joins small texts, so that a system call is not made for each; bytes pass as they are. */
export async function* joinChunks(chunks: Chunks): AsyncGenerator<string | Uint8Array> {
  let text = ''
  for await (const chunk of chunks) {
    if (typeof chunk === 'string' && (text += chunk).length < BATCH) continue
    if (text !== '') yield text
    text = ''
    if (typeof chunk !== 'string') yield chunk
  }
  if (text !== '') yield text
}
