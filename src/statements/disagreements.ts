import type { Snak, Statement } from './statement.ts'
import type { Value } from './value.ts'

/** What a property can have only one of at a time: an amount, a moment, a point. An entity can have many. */
const single: ReadonlySet<Value['type']> = new Set(['quantity', 'time', 'globecoordinate'])

/**
 * Qualifiers that say something of the statement, not of when or of what it holds; by Wikidata's ids: reason for
 * preferred rank, reason for deprecated rank, sourcing circumstances, nature of statement, object named as.
 */
const aboutStatement = /\/(?:P7452|P2241|P1480|P5102|P1932)$/

/** Whether a qualifier says something of the statement, not of when or of what it holds. */
export const isAboutStatement = ({ property }: Snak): boolean => aboutStatement.test(property)

/**
 * Finds the statements of one property that contradict each other: they hold of the same part at the same time, by
 * their qualifiers, and give different amounts, times or places. Deprecated ones count as settled.
 *
 * @returns groups of at least two, each in the order given
 */
export function findDisagreements(statements: readonly Statement[]): (readonly Statement[])[] {
  const groups = new Map<string, Statement[]>()
  for (const statement of statements) {
    const { mainSnak, rank } = statement
    if (rank === 'deprecated' || mainSnak.snakType !== 'value') continue
    if (!single.has(mainSnak.value.type)) continue
    const key = whatFor(statement)
    const group = groups.get(key)
    if (group) group.push(statement)
    else groups.set(key, [statement])
  }
  return [...groups.values()].filter(
    (group) => new Set(group.map(({ mainSnak }) => keyOf(mainSnak))).size > 1,
  )
}

/** The property and all qualifiers that tell apart what two statements of it are about. */
const whatFor = ({ mainSnak: { property }, qualifiers }: Statement): string =>
  JSON.stringify([
    property,
    ...qualifiers
      .filter((snak) => !isAboutStatement(snak))
      .map(keyOf)
      .sort(),
  ])

const keyOf = (snak: Snak): string =>
  JSON.stringify([
    snak.property,
    snak.snakType,
    snak.snakType === 'value' ? sortKeys(snak.value) : undefined,
  ])

const sortKeys = (value: Value): object =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
