import type { Variable } from '@rdfjs/types'
import { isTerm } from '../algebra.ts'

/** Collects the variables of a part of a query, by name; those in expressions bind nothing. */
export function collectVariables(
  part: unknown,
  { onlyBound = false }: { readonly onlyBound?: boolean } = {},
  found = new Map<string, Variable>(),
): Map<string, Variable> {
  if (typeof part !== 'object' || part === null) return found
  if (isTerm(part) && part.termType === 'Variable') return found.set(part.value, part)
  const { type } = part as { readonly type?: unknown }
  if (onlyBound && type === 'expression') return found
  for (const value of Object.values(part)) collectVariables(value, { onlyBound }, found)
  return found
}
