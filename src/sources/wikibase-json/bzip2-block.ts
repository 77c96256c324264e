import type { BitReader } from './bit-reader.ts'
import { createHuffmanCode, readSymbol } from './huffman.ts'
import type { HuffmanCode } from './huffman.ts'

const GROUP_SIZE = 50
const LONGEST_CODE = 20

/** A decoded block: its bytes before the Burrows-Wheeler transform is undone, and where that starts. */
export interface Bzip2Block {
  readonly length: number
  readonly origin: number
}

/** Reads the content of a block into numbers, one byte in each. */
export function readBlock(bits: BitReader, into: Uint32Array): Bzip2Block {
  if (bits.read(1) === 1) throw damaged('randomized blocks are not in use since 1999')
  const origin = bits.read(24)
  const used = readUsedBytes(bits)
  const symbolCount = used.length + 2
  const codeCount = bits.read(3)
  const selectors = readSelectors(bits, codeCount)
  const codes = Array.from({ length: codeCount }, () =>
    createHuffmanCode(readLengths(bits, symbolCount)),
  )
  const length = readSymbols(bits, { used, selectors, codes }, into)
  if (origin >= length) throw damaged('a block starts behind its end')
  return { length, origin }
}

const damaged = (problem: string): Error => new Error(`damaged bzip2 data: ${problem}`)

function readUsedBytes(bits: BitReader): number[] {
  const groups = bits.read(16)
  const used: number[] = []
  for (let group = 0; group < 16; group++) {
    if (!(groups & (0x8000 >> group))) continue
    const members = bits.read(16)
    for (let member = 0; member < 16; member++) {
      if (members & (0x8000 >> member)) used.push(group * 16 + member)
    }
  }
  if (used.length === 0) throw damaged('a block without symbols')
  return used
}

function readSelectors(bits: BitReader, codeCount: number): Uint8Array {
  const selectors = new Uint8Array(bits.read(15))
  if (codeCount < 2 || codeCount > 6 || selectors.length === 0) throw damaged('no codes')
  const recent = [0, 1, 2, 3, 4, 5]
  for (let index = 0; index < selectors.length; index++) {
    let position = 0
    while (bits.read(1) === 1) {
      position++
      if (position >= codeCount) throw damaged('no such code')
    }
    const [selector = 0] = recent.splice(position, 1)
    recent.unshift(selector)
    selectors[index] = selector
  }
  return selectors
}

function readLengths(bits: BitReader, symbolCount: number): Uint8Array {
  const lengths = new Uint8Array(symbolCount)
  let length = bits.read(5)
  for (let symbol = 0; symbol < symbolCount; symbol++) {
    while (bits.read(1) === 1) length += bits.read(1) === 1 ? -1 : 1
    if (length < 1 || length > LONGEST_CODE) throw damaged('a code of impossible length')
    lengths[symbol] = length
  }
  return lengths
}

interface Tables {
  readonly used: readonly number[]
  readonly selectors: Uint8Array
  readonly codes: readonly HuffmanCode[]
}

/** Decodes run lengths and move-to-front positions to bytes; tells how many. */
function readSymbols(
  bits: BitReader,
  { used, selectors, codes }: Tables,
  into: Uint32Array,
): number {
  const recent = Uint8Array.from(used)
  const endOfBlock = used.length + 1
  let length = 0
  let run = 0
  let weight = 1
  for (let group = 0; ; group++) {
    const code = codes[selectors[group] ?? -1]
    if (!code) throw damaged('a block without end')
    for (let count = 0; count < GROUP_SIZE; count++) {
      const symbol = readSymbol(bits, code)
      if (symbol <= 1) {
        run += weight << symbol
        weight <<= 1
        if (run > into.length) throw damaged('a block that is too long')
        continue
      }
      if (length + run > into.length) throw damaged('a block that is too long')
      into.fill(recent[0] ?? 0, length, length + run)
      length += run
      run = 0
      weight = 1
      if (symbol === endOfBlock) return length
      if (length >= into.length) throw damaged('a block that is too long')
      const byte = recent[symbol - 1] ?? 0
      recent.copyWithin(1, 0, symbol - 1)
      recent[0] = byte
      into[length++] = byte
    }
  }
}
