import { distance } from 'fastest-levenshtein'

/** Which letters a word has, as bits: words that differ in few letters differ in few bits. */
export function letterMask(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) & 31)
  return mask >>> 0
}

/** How many letters may be wrong in a word: none in short ones, two in long ones. */
const allowance = (length: number): number => Math.min(2, Math.floor(length / 3))

/** A word that may be what was meant. */
export interface NearbyWord {
  /** Its position. */
  readonly word: number
  /** How many letters differ; two that changed places count as one. */
  readonly distance: number
}

/** Finds the words that may be what was meant; each wrong letter changes at most two bits. */
export function nearbyWords(
  word: string,
  { words, letters }: { readonly words: readonly string[]; readonly letters: Uint32Array },
): NearbyWord[] {
  const most = allowance(word.length)
  if (most === 0) return []
  const mask = letterMask(word)
  const found: NearbyWord[] = []
  for (let at = 0; at < letters.length; at += 1) {
    if (countBits((letters[at] ?? 0) ^ mask) > most * 2) continue
    const other = words[at] ?? ''
    if (Math.abs(other.length - word.length) > most) continue
    const apart = distanceOf(other, word)
    if (apart <= most) found.push({ word: at, distance: apart })
  }
  return found
}

function distanceOf(a: string, b: string): number {
  const apart = distance(a, b)
  return apart === 2 && isSwapped(a, b) ? 1 : apart
}

/** Whether two words differ in two letters beside each other that changed places. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let at = 0
  while (a[at] === b[at]) at += 1
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** @see https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
