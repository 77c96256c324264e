import type { Quad } from '@rdfjs/types'
import type { Datatype, Entity, Statement } from '../../statements/index.ts'
import { QuadCollector, createContext } from './context.ts'
import type { WikibaseViewOptions } from './options.ts'
import { writePropertyDefinition } from './property-definition.ts'
import { entityClass, writeDocument, writeSitelinks, writeTexts } from './write-entity.ts'
import { writeStatements } from './write-statements.ts'

/** Writes entities, statements and properties as the quads of the Wikibase view. */
export interface WikibaseView {
  /** All that is known of an entity; memory is bounded by the entity. */
  entity(entity: Entity): Quad[]
  /** Statements of one subject by themselves; all of the subject's, since rank is judged among them. */
  statements(subjectIri: string, statements: readonly Statement[]): Quad[]
  /** A property's type and predicates. */
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
      const node = context.factory.namedNode(entity.iri)
      const subject = { node, repository: context.repositoryOf(entity.iri) }
      writeDocument(entity, subject, collector, context)
      collector.add(node, context.terms.type, context.factory.namedNode(entityClass(entity.type)))
      if (entity.type === 'property' && entity.datatype !== undefined) {
        const property = { iri: entity.iri, datatype: entity.datatype }
        writePropertyDefinition(property, subject.repository, collector, context)
      }
      writeTexts(entity, node, collector, context)
      writeStatements(entity.statements, subject, collector, context)
      writeSitelinks(entity, node, collector, context)
      for (const iri of entity.sameAs) {
        collector.add(node, context.terms.sameAs, context.factory.namedNode(iri))
      }
      for (const iri of entity.redirectsFrom ?? []) {
        collector.add(context.factory.namedNode(iri), context.terms.sameAs, node)
      }
      return collector.quads
    },
    statements: (subjectIri, statements) => {
      const collector = new QuadCollector(context)
      const node = context.factory.namedNode(subjectIri)
      const subject = { node, repository: context.repositoryOf(subjectIri) }
      writeStatements(statements, subject, collector, context)
      return collector.quads
    },
    propertyDefinition: (property) => {
      const collector = new QuadCollector(context)
      const repository = context.repositoryOf(property.iri)
      writePropertyDefinition(property, repository, collector, context)
      return collector.quads
    },
  }
}
