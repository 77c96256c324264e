import { deepEqual, equal, ok } from 'node:assert/strict'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { decompress } from '../../../src/sources/wikibase-json/decompress.ts'
import { read } from './support.ts'

const samples = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'wikidata', 'samples')

/** Samples, with the number of entities and the problems that are in them. */
const files: readonly (readonly [string, number, readonly string[]])[] = [
  ['api/Q2112.json', 1, []],
  ['api/Q217447.json', 1, []],
  ['api/Q4115189.json', 1, []],
  ['api/Q571.json', 1, []],
  ['api/empty_values.json', 1, []],
  ['api/wbgetentities_response.json', 1, []],
  ['api/wbgetentities-titles.json', 2, []],
  ['api/error-maxlag.json', 0, ['This is an error of the API']],
  ['api/error-maxlag-full.json', 0, ['This is an error of the API']],
  ['api/wbgetentities-bogus.json', 0, ['This is an error of the API']],
  ['api/wbgetentities-1234567890-missing.json', 0, ['The entity "1234567890" of "dewiki"']],
  ['api/wbsearchentities-abc.json', 0, ['This is no entity']],
  ['dump/wikibase-dump-filter_49-items.json', 49, []],
  ['dump/qrank_20-items.json.bz2', 20, []],
  ['dump/sample-dump-20150815.json.gz', 101, []],
  ['dump/mock-dump-with-bugs.json', 101, []],
]

describe('The samples of Wikibase JSON', () => {
  before(function () {
    // The samples are beside the repository, not in it.
    if (!existsSync(samples)) this.skip()
  })

  for (const [file, count, problems] of files) {
    it(`are read: ${file}`, async () => {
      const reading = await read(createReadStream(join(samples, file)))
      equal(reading.entities.length, count)
      equal(reading.problems.length, problems.length, reading.problems.join('\n'))
      for (const [index, start] of problems.entries()) {
        ok(reading.problems[index]?.includes(`error: ${start}`), reading.problems[index])
      }
    })
  }

  it('are decompressed from bzip2, also from several streams, in whatever pieces', async () => {
    const bytes = readFileSync(join(samples, 'dump/qrank_20-items.json.bz2'))
    const once = await collect(decompress(Readable.from([bytes])))
    const twice = Buffer.concat([bytes, bytes])
    const pieces = Array.from({ length: 40 }, (_, index) =>
      twice.subarray((index * twice.length) / 40, ((index + 1) * twice.length) / 40),
    )
    deepEqual(await collect(decompress(Readable.from(pieces))), Buffer.concat([once, once]))
  })

  for (const [what, change] of [
    ['truncated', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['damaged', (bytes: Buffer) => Buffer.from(bytes).fill(0x55, 20_000, 20_010)],
  ] as const) {
    it(`are not read from ${what} bzip2: that is a problem`, async () => {
      const bytes = readFileSync(join(samples, 'dump/qrank_20-items.json.bz2'))
      const { problems } = await read(Readable.from([change(bytes)]))
      ok(problems.at(-1)?.includes('error: Reading stopped after this line: '), problems.at(-1))
    })
  }
})

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}
