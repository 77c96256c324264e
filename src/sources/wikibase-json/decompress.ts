import { Readable, pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { decodeBzip2 } from './bzip2.ts'

const MAGIC_LENGTH = 3

/** Undoes gzip or bzip2, whichever the first bytes tell, and passes everything else through. */
export async function* decompress(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = input[Symbol.asyncIterator]()
  try {
    const { head, ended } = await readHead(chunks)
    const whole = ended ? toAsync([head]) : concatenate(head, chunks)
    if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzip(whole)
    else if (head.toString('latin1', 0, MAGIC_LENGTH) === 'BZh') yield* decodeBzip2(whole)
    else yield* whole
  } finally {
    // Closes the input when the reader stops early.
    await chunks.return?.()
  }
}

async function readHead(chunks: AsyncIterator<Buffer>): Promise<{ head: Buffer; ended: boolean }> {
  let head: Buffer = Buffer.alloc(0)
  while (head.length < MAGIC_LENGTH) {
    const next = await chunks.next()
    if (next.done === true) return { head, ended: true }
    head = Buffer.concat([head, next.value])
  }
  return { head, ended: false }
}

// eslint-disable-next-line @typescript-eslint/require-await -- an async iterable is what is wanted
async function* toAsync(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks
}

async function* concatenate(head: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    yield next.value
  }
}

/** Node's gunzip reads members that follow each other as one stream; it fails on truncated ones. */
async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const stream = createGunzip()
  // The stream fails with the pipeline's error, so that the loop below throws it.
  pipeline(Readable.from(chunks, { objectMode: false }), stream, () => undefined)
  for await (const chunk of stream) yield chunk as Buffer
}
