/** How much text is worth a chunk of its own. */
const CHUNK = 16_384

/** Joins small pieces of text to chunks that are worth a write. */
export async function* gatherText(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  if (text.length > 0) yield text
}
