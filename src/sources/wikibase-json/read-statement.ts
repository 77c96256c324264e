import { createReference, statementId } from '../../statements/index.ts'
import type { Origin, Rank, Reference, Snak, Statement } from '../../statements/index.ts'
import { readSnak } from './read-snak.ts'
import type { SnakContext } from './read-snak.ts'
import { toEntries, toList, toObject } from './shape.ts'
import type { JsonObject } from './shape.ts'
import { unexpected } from './unreadable.ts'

/** The entity that a statement is read for. */
export interface StatementSubject {
  readonly id: string
  readonly iri: string
  readonly origin: Origin
}

const ranks: ReadonlySet<unknown> = new Set<Rank>(['preferred', 'normal', 'deprecated'])

/** Reads a statement; all of it or nothing, since a statement without one of its qualifiers says something else. */
export function readStatement(
  json: unknown,
  subject: StatementSubject,
  context: SnakContext,
): Statement {
  const statement = toObject(json, 'a statement as an object')
  const rank = statement.rank ?? 'normal'
  if (!isRank(rank)) unexpected('a rank: preferred, normal or deprecated', rank)
  const claim = {
    subject: subject.iri,
    mainSnak: readSnak(statement.mainsnak, context),
    qualifiers: readSnaks(statement.qualifiers, statement['qualifiers-order'], context),
  }
  const { id } = statement
  if (id !== undefined && (typeof id !== 'string' || id === '')) {
    unexpected('a statement id as a text', id)
  }
  return {
    id: id ?? statementId(subject.id, claim),
    ...claim,
    rank,
    references: toList(statement.references, 'a list of references').map((reference) =>
      readReference(toObject(reference, 'a reference as an object'), context),
    ),
    origin: subject.origin,
  }
}

const isRank = (rank: unknown): rank is Rank => ranks.has(rank)

function readReference(reference: JsonObject, context: SnakContext): Reference {
  const snaks = readSnaks(reference.snaks, reference['snaks-order'], context)
  const { hash } = reference
  return typeof hash === 'string' && /^\w+$/.test(hash)
    ? { id: hash, snaks }
    : createReference(snaks)
}

/** Reads snaks that are grouped by property: in the order of the list of properties, or as they come. */
function readSnaks(json: unknown, order: unknown, context: SnakContext): Snak[] {
  const groups = toEntries(json, 'snaks by property')
  const ordered = Array.isArray(order) ? sortByOrder(groups, order) : groups
  return ordered.flatMap(([, group]) =>
    toList(group, 'a list of snaks').map((snak) => readSnak(snak, context)),
  )
}

function sortByOrder(
  groups: readonly (readonly [string, unknown])[],
  order: readonly unknown[],
): readonly (readonly [string, unknown])[] {
  if (groups.length < 2) return groups
  const positions = new Map(order.map((property, position) => [property, position]))
  const positionOf = (property: string): number => positions.get(property) ?? order.length
  return groups.toSorted(([a], [b]) => positionOf(a) - positionOf(b))
}
