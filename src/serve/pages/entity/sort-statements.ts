import { groupByProperty } from '../../../statements/index.ts'
import type { Statement } from '../../../statements/index.ts'
import type { PageContext } from '../page-context.ts'
import { periodOf } from './period.ts'

/** The statements of one property, by its IRI. */
export type PropertyGroup = readonly [property: string, statements: readonly Statement[]]

/** Groups statements for reading: in the order in which the facts have them, and each property's by the years they tell of. */
export function sortForReading(
  statements: readonly Statement[],
  context: PageContext,
): readonly PropertyGroup[] {
  const groups = groupByProperty([...statements].sort(byOrigin))
  return [...groups].map(([property, group]) => [
    property,
    group.sort((a, b) => byYear(a, b, context)),
  ])
}

/** What tells of no year comes last. */
function byYear(a: Statement, b: Statement, context: PageContext): number {
  const [first, second] = [a, b].map(({ qualifiers }) => startOf(qualifiers, context))
  return (first ?? Infinity) === (second ?? Infinity)
    ? 0
    : (first ?? Infinity) - (second ?? Infinity)
}

function startOf(qualifiers: Statement['qualifiers'], context: PageContext): number | undefined {
  const { from, until, at } = periodOf(qualifiers, context)
  const first = from ?? at ?? until
  return first === undefined ? undefined : Number(/^[+-]\d+/.exec(first.time)?.[0])
}

const byOrigin = ({ origin: a }: Statement, { origin: b }: Statement): number =>
  a?.file === b?.file ? (a?.line ?? 0) - (b?.line ?? 0) : 0
