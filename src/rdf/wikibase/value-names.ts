import { hashedContent, valueHash } from './value-hash.ts'
import type { DeepValue } from './value-hash.ts'

/** How many hashes are remembered: those of common values are needed again and again. */
const LIMIT = 20_000

/** Makes a function that names values by their hashes and remembers the latest ones. */
export function createValueNames(): (value: DeepValue) => string {
  let known = new Map<string, string>()
  return (value) => {
    const key = shortKey(value)
    const hit = known.get(key)
    if (hit !== undefined) return hit
    if (known.size >= LIMIT) known = new Map()
    const hash = valueHash(value)
    known.set(key, hash)
    return hash
  }
}

function shortKey(value: DeepValue): string {
  if (value.type === 'time' && !value.timezone && !value.before && !value.after) {
    return `${value.time}/${value.precision}/${value.calendar}`
  }
  if (value.type === 'quantity' && !value.bounds) return `${value.amount} ${value.unit ?? '1'}`
  return hashedContent(value)
}
