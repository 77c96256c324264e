import type { Term } from '@rdfjs/types'

/** Writes a term as text that no other term has. */
export function termKey(term: Term): string {
  if (term.termType !== 'Literal') return `${term.termType} ${term.value}`
  return JSON.stringify([term.value, term.language, term.datatype.value])
}
