import type { Rank, Reference, Snak, Statement } from '../../statements/index.ts'
import { WIKIBASE, prov } from '../../vocabulary.ts'
import { localName, unreadable } from './read-index.ts'
import { readAbsent, readSnaks } from './read-snaks.ts'
import type { SnakReading } from './read-snaks.ts'

const ranks: Readonly<Record<string, Rank>> = {
  [`${WIKIBASE}PreferredRank`]: 'preferred',
  [`${WIKIBASE}NormalRank`]: 'normal',
  [`${WIKIBASE}DeprecatedRank`]: 'deprecated',
}

/** Reads the statements about a subject. */
export function readStatements(subject: string, reading: SnakReading): Statement[] {
  return [...reading.index.entries(subject)].flatMap(([predicate, nodes]) => {
    const { property, role } = reading.meaning(predicate) ?? {}
    if (property === undefined || role !== 'claim') return []
    return nodes
      .filter(({ value }) => reading.index.object(value, `${WIKIBASE}rank`))
      .map(({ value }) => readStatement(value, { subject, property }, reading))
  })
}

function readStatement(
  node: string,
  { subject, property }: { readonly subject: string; readonly property: string },
  reading: SnakReading,
): Statement {
  const { index } = reading
  const rank = ranks[index.require(node, `${WIKIBASE}rank`).value]
  if (!rank) throw unreadable(node, 'its rank is none of Wikibase')
  const absent = readAbsent(node, reading)
  const mainSnak =
    readSnaks(node, 'statement', reading)[0] ?? absent.find((snak) => snak.property === property)
  if (!mainSnak) throw unreadable(node, `it has no value for <${property}>`)
  return {
    id: statementId(localName({ value: node }), localName({ value: subject })),
    subject,
    mainSnak,
    qualifiers: [
      ...readSnaks(node, 'qualifier', reading),
      ...absent.filter((snak) => snak !== mainSnak),
    ],
    rank,
    references: index
      .objects(node, prov.wasDerivedFrom)
      .map(({ value }) => readReference(value, reading)),
  }
}

/** Undoes the naming of the node: the id begins with the entity's, sometimes in lower case, and a dollar sign. */
function statementId(name: string, entityId: string): string {
  const { length } = entityId
  const isPlain = name.slice(0, length).toLowerCase() === entityId.toLowerCase()
  return isPlain ? `${name.slice(0, length)}$${name.slice(length + 1)}` : name.replace('-', '$')
}

function readReference(node: string, reading: SnakReading): Reference {
  const snaks: Snak[] = [...readSnaks(node, 'reference', reading), ...readAbsent(node, reading)]
  return { id: localName({ value: node }), snaks }
}
