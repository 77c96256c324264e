import type { Quad } from '@rdfjs/types'
import type { Quads } from './serialize-options.ts'

/** How much text is worth a chunk of its own. */
const CHUNK = 16_384

/** Writes quads one by one and yields the text in chunks; waits only for quads that do not come at once. */
export async function* writeBatches(
  quads: Quads,
  write: (quad: Quad) => string,
): AsyncGenerator<string> {
  let text = ''
  if (Symbol.iterator in quads) {
    for (const quad of quads) {
      text += write(quad)
      if (text.length < CHUNK) continue
      yield text
      text = ''
    }
  } else {
    for await (const quad of quads) {
      text += write(quad)
      if (text.length < CHUNK) continue
      yield text
      text = ''
    }
  }
  if (text !== '') yield text
}
