import { pipeline, Readable } from 'node:stream'
import type { Quad } from '@rdfjs/types'

/** Sends text through a parser that is a Node stream, with back-pressure; errors of both sides are thrown. */
export async function* parseTransform(
  chunks: AsyncIterable<string>,
  parser: NodeJS.ReadWriteStream & AsyncIterable<unknown>,
): AsyncGenerator<Quad> {
  // The pipeline destroys the parser with the error, so that reading from it throws.
  pipeline(Readable.from(toBuffers(chunks)), parser, () => undefined)
  yield* parser as AsyncIterable<Quad>
}

async function* toBuffers(chunks: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) if (chunk.length > 0) yield Buffer.from(chunk)
}
