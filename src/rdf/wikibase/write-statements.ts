import type { NamedNode } from '@rdfjs/types'
import { groupByProperty, truthy } from '../../statements/index.ts'
import type { Reference, Statement } from '../../statements/index.ts'
import type { QuadCollector, ViewContext } from './context.ts'
import type { Repository } from './repository.ts'
import { statementNodeName } from './statement-node.ts'
import { writeSnak } from './write-snak.ts'

/** The entity that statements are about, as the view names it. */
export interface SubjectNode {
  readonly node: NamedNode
  readonly repository: Repository
}

/**
 * Writes statements, first the truthy ones as single quads, then each as a node with rank, qualifiers and references.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format#Statement_types
 */
export function writeStatements(
  statements: readonly Statement[],
  subject: SubjectNode,
  collector: QuadCollector,
  context: ViewContext,
): void {
  for (const group of groupByProperty(statements).values()) {
    const best = new Set(truthy(group))
    for (const statement of best) writeTruthy(statement, subject, collector, context)
    for (const statement of group) {
      writeStatement(statement, { ...subject, isBest: best.has(statement) }, collector, context)
    }
  }
}

function writeTruthy(
  { id, mainSnak }: Statement,
  { node, repository }: SubjectNode,
  collector: QuadCollector,
  context: ViewContext,
): void {
  const owner = { node, name: statementNodeName(id), position: 'direct', repository } as const
  writeSnak(mainSnak, owner, collector, context)
}

function writeStatement(
  statement: Statement,
  subject: SubjectNode & { readonly isBest: boolean },
  collector: QuadCollector,
  context: ViewContext,
): void {
  const { terms, factory } = context
  const { repository, isBest } = subject
  const name = statementNodeName(statement.id)
  const node = factory.namedNode(repository.statement + name)
  collector.add(subject.node, context.propertyTerms(statement.mainSnak.property).claim, node)
  collector.add(node, terms.type, terms.Statement)
  if (isBest) collector.add(node, terms.type, terms.BestRank)
  collector.add(node, terms.rank, terms[statement.rank])
  const owner = { node, name, repository, position: 'statement' } as const
  writeSnak(statement.mainSnak, owner, collector, context)
  const qualified = { ...owner, position: 'qualifier' } as const
  for (const qualifier of statement.qualifiers) writeSnak(qualifier, qualified, collector, context)
  for (const reference of statement.references) {
    const referenceNode = writeReference(reference, repository, collector, context)
    collector.add(node, terms.wasDerivedFrom, referenceNode)
  }
}

function writeReference(
  { id, snaks }: Reference,
  repository: Repository,
  collector: QuadCollector,
  context: ViewContext,
): NamedNode {
  const iri = repository.reference + id
  const node = context.factory.namedNode(iri)
  if (!collector.isNew(iri)) return node
  collector.add(node, context.terms.type, context.terms.Reference)
  const owner = { node, name: id, repository, position: 'reference' } as const
  for (const snak of snaks) writeSnak(snak, owner, collector, context)
  return node
}
