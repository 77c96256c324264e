import { createReadStream, createWriteStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { decompress } from '../src/sources/wikibase-json/decompress.ts'

const samples = join(import.meta.dirname, '..', '..', 'shared', 'wikidata', 'samples', 'dump')

/** Writes a dump of at least so many bytes by repeating the lines of all sample dumps. */
export async function makeDump(
  file: string,
  size: number,
): Promise<{ readonly bytes: number; readonly lines: number }> {
  const entities = await readEntities()
  const once = entities.reduce((sum, line) => sum + Buffer.byteLength(line) + 2, 0)
  const times = Math.max(1, Math.ceil(size / once))
  const block = entities.join(',\n')
  await pipeline(Readable.from(repeat(block, times)), createWriteStream(file))
  return { bytes: once * times, lines: entities.length * times }
}

function* repeat(block: string, times: number): Generator<string> {
  yield '[\n'
  for (let time = 0; time < times; time++) yield time === 0 ? block : `,\n${block}`
  yield '\n]\n'
}

/** Reads the lines of the sample dumps, without brackets and commas. */
export async function readEntities(): Promise<string[]> {
  const files = await readdir(samples)
  const texts = await Promise.all(
    files.sort().map(async (name) => {
      const stream = createReadStream(join(samples, name)) as AsyncIterable<Buffer>
      const chunks: Buffer[] = []
      for await (const chunk of decompress(stream)) chunks.push(chunk)
      return Buffer.concat(chunks).toString('utf8')
    }),
  )
  return texts
    .flatMap((text) => text.split(/\r?\n/))
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => line.startsWith('{'))
}
