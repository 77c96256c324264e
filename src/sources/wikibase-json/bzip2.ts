import { BitReader } from './bit-reader.ts'
import { readBlock } from './bzip2-block.ts'
import type { Bzip2Block } from './bzip2-block.ts'

const BLOCK_MAGIC = 0x314159265359
const END_MAGIC = 0x177245385090
const BLOCK_UNIT = 100_000
/** More than a block takes in compressed form, with what surrounds it. */
const BUFFERED = 1_300_000
const OUTPUT_SIZE = 65_536
/** So many equal bytes are followed by the number of further ones. */
const RUN = 4

/**
 * Decodes bzip2, also several streams after each other. Holds one block (at most 900 kB, as 32-bit numbers) and its
 * compressed form at a time; fails on truncated or damaged input.
 *
 * @see https://sourceware.org/bzip2/
 */
export async function* decodeBzip2(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const bits = new BitReader(chunks)
  while ((await bits.buffer(BUFFERED)) || bits.hasBitsAhead) {
    const block = new Uint32Array(readHeader(bits) * BLOCK_UNIT)
    for (;;) {
      await bits.buffer(BUFFERED)
      const magic = bits.read(24) * 0x1000000 + bits.read(24)
      const checksum = bits.read(16) * 0x10000 + bits.read(16)
      if (magic === END_MAGIC) break
      if (magic !== BLOCK_MAGIC) throw new Error('damaged bzip2 data: no block where one must be')
      yield* undoTransform(block, readBlock(bits, block), checksum)
    }
    bits.align()
  }
}

function readHeader(bits: BitReader): number {
  const isBzip2 = bits.read(16) === 0x425a && bits.read(8) === 0x68
  const level = bits.read(8) - 0x30
  if (!isBzip2 || level < 1 || level > 9) throw new Error('damaged bzip2 data: no stream header')
  return level
}

/** Undoes the Burrows-Wheeler transform, then the run lengths; yields pieces of bounded size. */
function* undoTransform(
  block: Uint32Array,
  { length, origin }: Bzip2Block,
  checksum: number,
): Generator<Buffer> {
  linkPositions(block, length)
  let output = Buffer.allocUnsafe(OUTPUT_SIZE)
  let size = 0
  let crc = 0xffffffff
  let position = (block[origin] ?? 0) >>> 8
  let previous = -1
  let equal = 0
  for (let index = 0; index < length; index++) {
    const entry = block[position] ?? 0
    const byte = entry & 0xff
    position = entry >>> 8
    const isCount = equal === RUN
    const repeat = isCount ? byte : 1
    const value = isCount ? previous : byte
    if (size + repeat > OUTPUT_SIZE) {
      yield output.subarray(0, size)
      output = Buffer.allocUnsafe(OUTPUT_SIZE)
      size = 0
    }
    for (let count = 0; count < repeat; count++) {
      output[size++] = value
      crc = ((crc << 8) ^ (crcTable[(crc >>> 24) ^ value] ?? 0)) >>> 0
    }
    if (isCount) equal = 0
    else equal = byte === previous ? equal + 1 : 1
    previous = isCount ? -1 : byte
  }
  if (~crc >>> 0 !== checksum) throw new Error('damaged bzip2 data: a checksum does not match')
  yield output.subarray(0, size)
}

/** Adds to each byte the position of the byte that follows it in the text. */
function linkPositions(block: Uint32Array, length: number): void {
  const starts = new Uint32Array(257)
  for (let index = 0; index < length; index++) {
    const next = ((block[index] ?? 0) & 0xff) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let byte = 1; byte < starts.length; byte++) {
    starts[byte] = (starts[byte] ?? 0) + (starts[byte - 1] ?? 0)
  }
  for (let index = 0; index < length; index++) {
    const byte = (block[index] ?? 0) & 0xff
    const target = starts[byte] ?? 0
    starts[byte] = target + 1
    block[target] = ((block[target] ?? 0) | (index << 8)) >>> 0
  }
}

/** The checksums of single bytes, by the polynomial of bzip2 (highest bit first). */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1
  return crc >>> 0
})
