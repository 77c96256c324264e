import type { Quad } from '@rdfjs/types'
import { rdf, SCHEMA } from '../../vocabulary.ts'
import type { Entity, Statement, Terms } from '../../statements/index.ts'
import type { Ontology } from '../ontology/index.ts'
import type { EntityDescription, SchemaContext, SchemaNode } from './context.ts'
import { say, schemaClassesOf } from './context.ts'
import { writeFact } from './fact.ts'

/**
 * Writes the schema.org view of an entity: its classes, names and identity, and each statement that is not deprecated.
 * Nodes made for a statement are named by `statementIri` and a fragment; there are no blank nodes.
 *
 * @see https://schema.org/docs/datamodel.html
 */
export function* schemaView(
  entity: Entity,
  context: SchemaContext,
  statementIri: (statement: Statement) => string,
): Generator<Quad> {
  const { factory, ontology } = context
  const classes = schemaClassesOf(entity, ontology)
  const node = { iri: factory.namedNode(entity.iri), classes }
  for (const iri of classes) yield say(node, rdf.type, factory.namedNode(iri), context)
  yield* writeTerms(node, 'name', entity.labels, context)
  yield* writeTerms(node, 'description', entity.descriptions, context)
  for (const [language, aliases] of entity.aliases) {
    for (const alias of aliases) {
      yield* writeTerms(node, 'alternateName', new Map([[language, alias]]), context)
    }
  }
  for (const iri of entity.sameAs) {
    yield say(node, `${SCHEMA}sameAs`, factory.namedNode(iri), context)
  }
  const instanceOf = ontology.properties.get('instanceOf')?.entityIri
  for (const statement of entity.statements) {
    const { mainSnak: snak, qualifiers, rank } = statement
    if (rank === 'deprecated' || (snak.property === instanceOf && isKnownClass(snak, ontology)))
      continue
    yield* writeFact(node, { snak, qualifiers, iri: `${statementIri(statement)}#schema` }, context)
  }
}

/** Describes entities for the statements that point to them. */
export function describeEntities(
  entities: Iterable<Entity>,
  ontology: Ontology,
): ReadonlyMap<string, EntityDescription> {
  const descriptions = new Map<string, EntityDescription>()
  for (const entity of entities) {
    const schemaClasses = schemaClassesOf(entity, ontology)
    descriptions.set(entity.iri, { labels: entity.labels, schemaClasses })
  }
  return descriptions
}

function* writeTerms(node: SchemaNode, name: string, texts: Terms, context: SchemaContext) {
  for (const [language, text] of texts) {
    yield say(node, SCHEMA + name, context.factory.literal(text, language), context)
  }
}

const isKnownClass = (snak: Statement['mainSnak'], ontology: Ontology): boolean =>
  snak.snakType === 'value' &&
  snak.value.type === 'entityid' &&
  ontology.findClass(snak.value.iri) !== undefined
