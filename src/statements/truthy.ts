import type { Rank, Snak, Statement } from './statement.ts'

/** Keeps the truthy statements of one property: the preferred ones or, without any, the normal ones. */
export function truthy<T extends { readonly rank: Rank }>(statements: readonly T[]): T[] {
  const preferred = statements.filter(({ rank }) => rank === 'preferred')
  if (preferred.length > 0) return preferred
  return statements.filter(({ rank }) => rank === 'normal')
}

/** Groups statements by property, in order of first appearance. */
export const groupByProperty = (statements: readonly Statement[]): Map<string, Statement[]> =>
  groupBy(statements, ({ mainSnak }) => mainSnak.property)

/** Groups snaks by property, in order of first appearance. */
export const groupSnaks = (snaks: readonly Snak[]): Map<string, Snak[]> =>
  groupBy(snaks, ({ property }) => property)

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
