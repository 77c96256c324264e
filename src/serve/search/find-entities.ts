import type { Entity } from '../../statements/index.ts'
import { wordsOf } from './fold.ts'
import { nearbyWords } from './nearby-words.ts'
import { FIRST, MAIN } from './search-index.ts'
import type { SearchIndex } from './search-index.ts'

/** What a search found. */
export interface Hits {
  /** How many entities fit. */
  readonly total: number
  /** The best of them, best first, at most `BEST`. */
  readonly best: readonly Entity[]
  /** Whether nothing fits but what is written a little differently. */
  readonly isNearby: boolean
}

/** How many hits are told apart; whoever wants more writes more. */
export const BEST = 300
/** Words beyond these are not looked for. */
const WORDS = 8

/** What a word that fits is worth, by how well it does. */
const WHOLE = 8
const START = 5
const NEARBY = 2
/** What it is worth that a label has the words of the query and no others. */
const ALL_OF_LABEL = 4

/** Finds the entities that have a name with all words, each whole or as the start of one, or nearly so where none has. */
export function findEntities(text: string, index: SearchIndex): Hits {
  const wanted = [...new Set(wordsOf(text))].slice(0, WORDS)
  if (wanted.length === 0) return { total: 0, best: [], isNearby: false }
  const rates = wanted.map((word, at) => rateWord(word, at === 0 ? FIRST : 0, index))
  const hits = pickBest(rates, index)
  if (hits.total > 0) return { ...hits, isNearby: false }
  for (const [at, word] of wanted.entries()) addNearby(word, rates[at] ?? new Uint8Array(), index)
  return { ...pickBest(rates, index), isNearby: true }
}

/** Rates for each entity how well a word fits its names; at the start of a name it fits better where `first` has that bit. */
function rateWord(word: string, first: number, index: SearchIndex): Uint8Array {
  const { words, entities } = index
  const rates = new Uint8Array(entities.length)
  const start = findStart(word, words)
  for (let at = start; at < words.length; at += 1) {
    const found = words[at] ?? ''
    if (!found.startsWith(word)) break
    rateOccurrences(at, { worth: found === word ? WHOLE : START, first, rates }, index)
  }
  return rates
}

function addNearby(word: string, rates: Uint8Array, index: SearchIndex): void {
  for (const at of nearbyWords(word, index))
    rateOccurrences(at, { worth: NEARBY, first: FIRST, rates }, index)
}

interface Rating {
  readonly worth: number
  readonly first: number
  readonly rates: Uint8Array
}

function rateOccurrences(
  word: number,
  { worth, first, rates }: Rating,
  { starts, occurrences }: SearchIndex,
): void {
  const end = starts[word + 1] ?? 0
  for (let at = starts[word] ?? 0; at < end; at += 1) {
    const occurrence = occurrences[at] ?? 0
    const number = occurrence >>> 2
    const rate = worth + (occurrence & first ? 1 : 0) + (occurrence & MAIN ? 1 : 0)
    if (rate > (rates[number] ?? 0)) rates[number] = rate
  }
}

/** The position of the first word that is not before another one. */
function findStart(word: string, words: readonly string[]): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((words[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}

/** Picks the entities that every word fits, best first, and among equals those of more weight. */
function pickBest(
  rates: readonly Uint8Array[],
  { entities, lengths }: SearchIndex,
): Omit<Hits, 'isNearby'> {
  const most = rates.length * (WHOLE + 2) + ALL_OF_LABEL
  const byRate: number[][] = Array.from({ length: most + 1 }, () => [])
  let total = 0
  for (let number = 0; number < entities.length; number += 1) {
    let sum = 0
    let isWhole = true
    for (const rate of rates) {
      const one = rate[number] ?? 0
      sum = one === 0 ? -Infinity : sum + one
      isWhole &&= one >= WHOLE
    }
    if (sum <= 0) continue
    total += 1
    const same = byRate[isWhole && lengths[number] === rates.length ? sum + ALL_OF_LABEL : sum]
    if (same && same.length < BEST) same.push(number)
  }
  const best = byRate.reverse().flat().slice(0, BEST)
  return { total, best: best.flatMap((number) => entities[number] ?? []) }
}
