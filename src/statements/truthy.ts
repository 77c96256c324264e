import type { Rank, Statement } from './statement.ts'

/** Keeps the truthy statements of one property: the preferred ones or, without any, the normal ones. */
export function truthy<T extends { readonly rank: Rank }>(statements: readonly T[]): T[] {
  const preferred = statements.filter(({ rank }) => rank === 'preferred')
  if (preferred.length > 0) return preferred
  return statements.filter(({ rank }) => rank === 'normal')
}

/** Groups statements by property, in order of first appearance. */
export function groupByProperty(statements: readonly Statement[]): Map<string, Statement[]> {
  const groups = new Map<string, Statement[]>()
  for (const statement of statements) {
    const group = groups.get(statement.mainSnak.property)
    if (group) group.push(statement)
    else groups.set(statement.mainSnak.property, [statement])
  }
  return groups
}
