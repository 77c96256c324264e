import type { Quad } from '@rdfjs/types'
import type { Datatype, Entity, Statement } from '../../statements/index.ts'
import { QuadCollector, createContext } from './context.ts'
import type { ViewContext } from './context.ts'
import type { WikibaseViewOptions } from './options.ts'
import { writePropertyDefinition } from './property-definition.ts'
import { entityClass, writeDocument, writeSitelinks, writeTexts } from './write-entity.ts'
import { writeLexical } from './write-lexical.ts'
import { writeStatements } from './write-statements.ts'
import type { SubjectNode } from './write-statements.ts'

/** Writes entities, statements and properties as the quads of the Wikibase view. */
export interface WikibaseView {
  /** All that is known of an entity; memory is bounded by the entity. */
  entity(entity: Entity): Quad[]
  /** Statements of one subject by themselves; all of the subject's, since rank is judged among them. */
  statements(subjectIri: string, statements: readonly Statement[]): Quad[]
  /** A property's class, datatype and predicates. */
  propertyDefinition(property: { readonly iri: string; readonly datatype: Datatype }): Quad[]
}

/**
 * Makes the Wikibase view: what Wikibase itself writes as RDF, with Wikidata's IRIs for Wikidata's entities and
 * properties and the site's own for the rest.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format
 */
export function createWikibaseView(options: WikibaseViewOptions): WikibaseView {
  const context = createContext(options)
  return {
    entity: (entity) => {
      const collector = new QuadCollector(context)
      writeDocument(entity, toSubject(entity.iri, context), collector, context)
      writeEntity(entity, collector, context)
      return collector.quads
    },
    statements: (subjectIri, statements) => {
      const collector = new QuadCollector(context)
      writeStatements(statements, toSubject(subjectIri, context), collector, context)
      return collector.quads
    },
    propertyDefinition: (property) => {
      const collector = new QuadCollector(context)
      writePropertyDefinition(property, context.repositoryOf(property.iri), collector, context)
      return collector.quads
    },
  }
}

const toSubject = (iri: string, { factory, repositoryOf }: ViewContext): SubjectNode => ({
  node: factory.namedNode(iri),
  repository: repositoryOf(iri),
})

/** Writes an entity and, of a lexeme, its forms and senses. */
function writeEntity(entity: Entity, collector: QuadCollector, context: ViewContext): void {
  const { terms, factory } = context
  const subject = toSubject(entity.iri, context)
  const { node } = subject
  if (entity.type === 'property' && entity.datatype !== undefined) {
    const property = { iri: entity.iri, datatype: entity.datatype }
    writePropertyDefinition(property, subject.repository, collector, context)
  } else {
    collector.add(node, terms.type, factory.namedNode(entityClass(entity.type)))
  }
  writeTexts(entity, node, collector, context)
  writeLexical(entity, node, collector, context)
  writeStatements(entity.statements, subject, collector, context)
  writeSitelinks(entity, node, collector, context)
  for (const iri of entity.sameAs) collector.add(node, terms.sameAs, factory.namedNode(iri))
  for (const iri of entity.redirectsFrom ?? []) {
    collector.add(factory.namedNode(iri), terms.sameAs, node)
  }
  for (const part of [...(entity.lexical?.forms ?? []), ...(entity.lexical?.senses ?? [])]) {
    writeEntity(part, collector, context)
  }
}
