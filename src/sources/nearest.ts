import { distance } from 'fastest-levenshtein'

/** Longer words are not misspellings of a key, and comparing them would take long. */
const longestWord = 100
/** Of more candidates only the first are compared: a suggestion is not worth making others wait. */
const mostCandidates = 5000

/** Finds the candidate that a misspelt word most likely means: about a third of its letters wrong, case aside. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word === '' || word.length > longestWord) return undefined
  const folded = word.toLowerCase()
  let best: string | undefined
  let fewest = Math.ceil(word.length / 3) + 1
  let compared = 0
  for (const candidate of candidates) {
    compared += 1
    if (compared > mostCandidates) break
    if (Math.abs(candidate.length - word.length) >= fewest) continue
    const edits = distance(folded, candidate.toLowerCase())
    if (edits >= fewest) continue
    fewest = edits
    best = candidate
  }
  return best
}

/** Ends a message about an unknown word: ` - did you mean "employees"?`, or nothing where no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const candidate = nearest(word, candidates)
  return candidate === undefined ? '' : ` - did you mean "${candidate}"?`
}
