import type { BlankNode, NamedNode } from '@rdfjs/types'
import type { QuantityValue, SomeValueSnak, Snak, ValueSnak } from '../../statements/index.ts'
import type { QuadCollector, ViewContext } from './context.ts'
import { normalizeQuantity } from './normalize-quantity.ts'
import { wikiUrlEncode } from './php.ts'
import type { Position, ValuePredicates } from './property-terms.ts'
import type { Repository } from './repository.ts'
import { toIri } from './simple-value.ts'
import { isDeep, someValueHash } from './value-hash.ts'
import type { DeepValue } from './value-hash.ts'

/** The node a snak hangs on: an entity, a statement or a reference. */
export interface Owner {
  readonly node: NamedNode
  /** The local name of the statement or reference, which goes into the names of unknown values. */
  readonly name: string
  readonly position: Position
  readonly repository: Repository
}

/**
 * Writes a snak: its value as one term and, where the value has parts, as a node; an unknown value as a node without
 * description; no value as a class of the owner.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format#Snaks
 */
export function writeSnak(
  snak: Snak,
  owner: Owner,
  collector: QuadCollector,
  context: ViewContext,
): void {
  const property = context.propertyTerms(snak.property)
  if (snak.snakType === 'novalue') {
    collector.add(owner.node, context.terms.type, property.novalue)
    return
  }
  const predicates = property[owner.position]
  if (snak.snakType === 'somevalue') {
    collector.add(owner.node, predicates.simple, unknownValue(snak, owner, predicates, context))
    return
  }
  collector.add(owner.node, predicates.simple, context.toSimpleTerm(snak.value, snak.datatype))
  if (snak.datatype === 'external-id') writeNormalizedId(snak, owner, collector, context)
  if (predicates.deep && isDeep(snak.value)) {
    writeDeepValue(snak.value, { ...owner, predicates }, collector, context)
  }
}

function unknownValue(
  snak: SomeValueSnak,
  { name, repository }: Owner,
  { namespace }: ValuePredicates,
  { factory }: ViewContext,
): NamedNode | BlankNode {
  const hash = someValueHash(name, namespace, repository.value, snak)
  return repository.skolem === undefined
    ? factory.blankNode(hash)
    : factory.namedNode(repository.skolem + hash)
}

function writeNormalizedId(
  { property, value }: ValueSnak,
  { node, position }: Owner,
  collector: QuadCollector,
  { normalization, propertyTerms, factory }: ViewContext,
): void {
  const pattern = normalization.formatterUri(property)
  if (pattern === undefined || value.type !== 'string') return
  const iri = toIri(pattern.replaceAll('$1', () => wikiUrlEncode(value.value.trim())))
  collector.add(node, propertyTerms(property)[position].normalized, factory.namedNode(iri))
}

function writeDeepValue(
  value: DeepValue,
  { node, predicates, repository }: Owner & { readonly predicates: ValuePredicates },
  collector: QuadCollector,
  context: ViewContext,
): void {
  const valueNode = writeValueNode(value, repository, collector, context)
  collector.add(node, predicates.deep ?? predicates.simple, valueNode)
  if (value.type !== 'quantity') return
  const normalized = writeNormalizedQuantity(value, repository, collector, context)
  if (normalized === undefined) return
  collector.add(node, predicates.normalized, normalized)
  for (const iri of new Set([valueNode.value, normalized.value])) {
    if (!collector.isNew(`${iri} normalized`)) continue
    const described = context.factory.namedNode(iri)
    collector.add(described, context.terms.quantityNormalized, normalized)
  }
}

function writeNormalizedQuantity(
  value: QuantityValue,
  repository: Repository,
  collector: QuadCollector,
  context: ViewContext,
): NamedNode | undefined {
  if (value.unit === undefined) return undefined
  const conversion = context.normalization.conversion(value.unit)
  if (conversion === undefined) return undefined
  return writeValueNode(normalizeQuantity(value, conversion), repository, collector, context)
}

function writeValueNode(
  value: DeepValue,
  repository: Repository,
  collector: QuadCollector,
  context: ViewContext,
): NamedNode {
  const iri = repository.value + context.nameValue(value)
  const node = context.factory.namedNode(iri)
  if (collector.isNew(iri)) {
    for (const [predicate, object] of context.describeValue(value)) {
      collector.add(node, predicate, object)
    }
  }
  return node
}
