import type { Entity } from '../../statements/index.ts'
import { sortInSlices, visitInSlices } from '../catalogue/slices.ts'
import type { SiteVersion } from '../context.ts'
import { perVersion } from '../documents/site-index.ts'
import { letterMask } from './nearby-words.ts'
import { wordsOf } from './fold.ts'

/** Where the words of all names of a site are. */
export interface SearchIndex {
  /** In the order of their weight: what much is said of comes first. */
  readonly entities: readonly Entity[]
  /** All words, sorted. */
  readonly words: readonly string[]
  /** Which letters each word has, as bits. */
  readonly letters: Uint32Array
  /** For each word, where in `occurrences` it starts; and the end of the last one. */
  readonly starts: Uint32Array
  /** Numbers of entities, times four, with the bits below. */
  readonly occurrences: Uint32Array
  /** How many words the shortest label of each entity has, up to 255. */
  readonly lengths: Uint8Array
}

/** A bit of an occurrence: the word is the first of a name. */
export const FIRST = 1
/** A bit of an occurrence: the word is in a label or an id, not only in an alias. */
export const MAIN = 2

/** Words of one entity beyond these are not searched; nobody has so many names. */
const WORDS = 1000

/** Gets the search index of a version; it is built at the first call, while other requests are answered. */
export const searchIndexOf: (version: SiteVersion) => Promise<SearchIndex> = perVersion(buildIndex)

async function buildIndex({ site }: SiteVersion): Promise<SearchIndex> {
  const entities = await sortInSlices(site.entities, (a, b) => weightOf(b) - weightOf(a))
  const lengths = new Uint8Array(entities.length)
  const found = new Map<string, number[]>()
  await visitInSlices(entities, (entity, number) => {
    const { words, length } = readNames(entity)
    lengths[number] = Math.min(length, 255)
    for (const [word, bits] of words) {
      const list = found.get(word)
      if (list) list.push(number * 4 + bits)
      else found.set(word, [number * 4 + bits])
    }
  })
  const words = await sortInSlices([...found.keys()], (a, b) => (a < b ? -1 : 1))
  let size = 0
  for (const list of found.values()) size += list.length
  const starts = new Uint32Array(words.length + 1)
  const letters = new Uint32Array(words.length)
  const occurrences = new Uint32Array(size)
  let end = 0
  await visitInSlices(words, (word, at) => {
    const list = found.get(word) ?? []
    found.delete(word)
    occurrences.set(list, end)
    end += list.length
    starts[at + 1] = end
    letters[at] = letterMask(word)
  })
  return { entities, words, letters, starts, occurrences, lengths }
}

const weightOf = ({ statements, sitelinks }: Entity): number => statements.length + sitelinks.length

/** Reads the words of all names of an entity, with their bits. */
function readNames({ id, labels, aliases }: Entity): {
  readonly words: ReadonlyMap<string, number>
  readonly length: number
} {
  const words = new Map<string, number>()
  const add = (name: string, bits: number): number => {
    const parts = wordsOf(name)
    for (const [at, word] of parts.entries()) {
      if (words.size >= WORDS) break
      words.set(word, (words.get(word) ?? 0) | bits | (at === 0 ? FIRST : 0))
    }
    return parts.length
  }
  const lengths = [add(id, MAIN), ...[...labels.values()].map((label) => add(label, MAIN))]
  for (const texts of aliases.values()) for (const text of texts) add(text, 0)
  return { words, length: Math.min(...lengths) }
}
