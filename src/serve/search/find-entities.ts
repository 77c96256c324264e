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
const NEARBY = 4
/** What it is worth that a label has the words of the query and no others. */
const ALL_OF_LABEL = 4

/** Finds the entities that have a name with all words, each whole or as the start of one, or nearly so where none has. */
export function findEntities(text: string, index: SearchIndex): Hits {
  const wanted = [...new Set(wordsOf(text))].slice(0, WORDS)
  const matches = wanted.map((word, at) => matchWord(word, at === wanted.length - 1, index))
  const hits = rateAll(matches, index)
  if (hits.total > 0) return { ...hits, isNearby: false }
  const nearby = wanted.map((word, at) => [...(matches[at] ?? []), ...matchNearby(word, index)])
  const others = rateAll(nearby, index)
  return { ...others, isNearby: others.total > 0 }
}

/** A word of the index that fits a word of a query, and how well. */
interface Match {
  /** Its position. */
  readonly word: number
  readonly worth: number
}

/** A letter before other words is a word by itself: what it starts is half of all there is. */
function matchWord(word: string, isLast: boolean, { words }: SearchIndex): Match[] {
  const matches: Match[] = []
  for (let at = findStart(word, words); at < words.length; at += 1) {
    const found = words[at] ?? ''
    const fits = word.length > 1 || isLast ? found.startsWith(word) : found === word
    if (!fits) break
    matches.push({ word: at, worth: found === word ? WHOLE : START })
  }
  return matches
}

const matchNearby = (word: string, index: SearchIndex): Match[] =>
  nearbyWords(word, index).map(({ word: at, distance }) => ({ word: at, worth: NEARBY - distance }))

/** Rates all entities by the words that they have; where one is not had by any, there is nothing to rate. */
function rateAll(
  matches: readonly (readonly Match[])[],
  index: SearchIndex,
): Omit<Hits, 'isNearby'> {
  if (matches.length === 0 || matches.some((list) => list.length === 0)) {
    return { total: 0, best: [] }
  }
  // A name that starts with the first word fits better.
  const rates = matches.map((list, at) => rateWord(list, at === 0 ? FIRST : 0, index))
  return pickBest(rates, index)
}

/** Rates for each entity how well its names have a word. */
function rateWord(
  matches: readonly Match[],
  first: number,
  { entities, starts, occurrences }: SearchIndex,
): Uint8Array {
  const rates = new Uint8Array(entities.length)
  for (const { word, worth } of matches) {
    const end = starts[word + 1] ?? 0
    for (let at = starts[word] ?? 0; at < end; at += 1) {
      const occurrence = occurrences[at] ?? 0
      const number = occurrence >>> 2
      const rate = worth + (occurrence & first ? 1 : 0) + (occurrence & MAIN ? 1 : 0)
      if (rate > (rates[number] ?? 0)) rates[number] = rate
    }
  }
  return rates
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
