import type { BitReader } from './bit-reader.ts'

const LONGEST = 20

/** A canonical Huffman code: for each length the last code, what to subtract from a code, and the symbols in order. */
export interface HuffmanCode {
  readonly shortest: number
  readonly lastCodes: Int32Array
  readonly offsets: Int32Array
  readonly symbols: Uint16Array
}

/** Makes the canonical code that has these lengths. */
export function createHuffmanCode(lengths: Uint8Array): HuffmanCode {
  const counts = new Int32Array(LONGEST + 2)
  for (const length of lengths) counts[length] = at(counts, length) + 1
  const symbols = new Uint16Array(lengths.length)
  const lastCodes = new Int32Array(LONGEST + 2).fill(-1)
  const offsets = new Int32Array(LONGEST + 2)
  let code = 0
  let position = 0
  for (let length = 1; length <= LONGEST; length++) {
    offsets[length] = code - position
    lengths.forEach((candidate, symbol) => {
      if (candidate === length) symbols[position++] = symbol
    })
    code += at(counts, length)
    lastCodes[length] = code - 1
    code <<= 1
  }
  return { shortest: Math.min(...lengths), lastCodes, offsets, symbols }
}

/** Reads the symbol that comes next. */
export function readSymbol(bits: BitReader, code: HuffmanCode): number {
  let length = code.shortest
  let value = bits.read(length)
  while (value > at(code.lastCodes, length)) {
    length++
    if (length > LONGEST) throw new Error('damaged bzip2 data: no such symbol')
    value = (value << 1) | bits.read(1)
  }
  const symbol = code.symbols[value - at(code.offsets, length)]
  if (symbol === undefined) throw new Error('damaged bzip2 data: no such symbol')
  return symbol
}

const at = (numbers: Int32Array, index: number): number => numbers[index] ?? 0
