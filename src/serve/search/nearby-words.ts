import { distance } from 'fastest-levenshtein'

/** Which letters a word has, as bits: words that differ in few letters differ in few bits. */
export function letterMask(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) & 31)
  return mask >>> 0
}

/** How many letters may be wrong in a word: none in short ones, two in long ones. */
const allowance = (length: number): number => Math.min(2, Math.floor(length / 4))

/** Finds the positions of words that may be what was meant; each wrong letter changes at most two bits. */
export function nearbyWords(
  word: string,
  { words, letters }: { readonly words: readonly string[]; readonly letters: Uint32Array },
): number[] {
  const most = allowance(word.length)
  if (most === 0) return []
  const mask = letterMask(word)
  const found: number[] = []
  for (let at = 0; at < letters.length; at += 1) {
    if (countBits((letters[at] ?? 0) ^ mask) > most * 2) continue
    const other = words[at] ?? ''
    if (Math.abs(other.length - word.length) <= most && distance(other, word) <= most)
      found.push(at)
  }
  return found
}

/** @see https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
