import type { NamedNode } from '@rdfjs/types'
import type { Entity } from '../../statements/index.ts'
import { WIKIBASE } from '../../vocabulary.ts'
import type { QuadCollector, ViewContext } from './context.ts'
import type { Repository } from './repository.ts'
import type { Terms } from './terms.ts'
import { toIri } from './simple-value.ts'
import { findSite } from './sites.ts'
import { wikiUrlEncode } from './php.ts'

/** The version of the RDF mapping that is followed. */
const FORMAT_VERSION = '1.0.0'

/** The predicates that labels are written with. */
const labelPredicates: Readonly<Record<Entity['type'], readonly (keyof Terms)[]>> = {
  item: ['label', 'prefLabel', 'name'],
  property: ['label', 'prefLabel', 'name'],
  mediainfo: ['label', 'prefLabel', 'name'],
  lexeme: ['label', 'lemma'],
  form: ['label', 'representation'],
  sense: ['label', 'definition'],
}

/**
 * Writes labels (three times, but of words twice), descriptions and aliases.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format#Labels,_descriptions_and_aliases
 */
export function writeTexts(
  { type, labels, descriptions, aliases }: Entity,
  node: NamedNode,
  collector: QuadCollector,
  { terms, factory }: ViewContext,
): void {
  for (const [language, text] of labels) {
    const label = factory.literal(text, language)
    for (const predicate of labelPredicates[type]) collector.add(node, terms[predicate], label)
  }
  for (const [language, text] of descriptions) {
    collector.add(node, terms.description, factory.literal(text, language))
  }
  for (const [language, texts] of aliases) {
    for (const text of texts) collector.add(node, terms.altLabel, factory.literal(text, language))
  }
}

/**
 * Writes the document about an entity: its licence, revision and counts.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format#Header
 */
export function writeDocument(
  entity: Entity,
  { node, repository }: { readonly node: NamedNode; readonly repository: Repository },
  collector: QuadCollector,
  { terms, factory, license }: ViewContext,
): void {
  const document = factory.namedNode(repository.document + entity.id)
  const count = (predicate: NamedNode, value: number): void => {
    collector.add(document, predicate, factory.literal(String(value), terms.integer))
  }
  collector.add(document, terms.type, terms.Dataset)
  collector.add(document, terms.about, node)
  collector.add(document, terms.license, license)
  collector.add(document, terms.softwareVersion, factory.literal(FORMAT_VERSION))
  const { id, modified } = entity.revision ?? {}
  if (id !== undefined) count(terms.version, id)
  if (modified !== undefined) {
    collector.add(document, terms.dateModified, factory.literal(modified, terms.dateTime))
  }
  count(terms.statements, countStatements(entity))
  if (entity.type !== 'item') return
  count(terms.sitelinks, entity.sitelinks.length)
  count(
    terms.identifiers,
    entity.statements.filter(({ mainSnak }) => mainSnak.datatype === 'external-id').length,
  )
}

const countStatements = ({ statements, lexical }: Entity): number =>
  [...(lexical?.forms ?? []), ...(lexical?.senses ?? [])].reduce(
    (sum, part) => sum + part.statements.length,
    statements.length,
  )

/**
 * Writes the pages about an entity on other wikis.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format#Sitelinks
 */
export function writeSitelinks(
  { sitelinks }: Entity,
  node: NamedNode,
  collector: QuadCollector,
  { terms, factory }: ViewContext,
): void {
  for (const { site: siteId, title, url, badges } of sitelinks) {
    const site = findSite(siteId)
    const iri = url ?? (site && `${site.iri}wiki/${wikiUrlEncode(title.replaceAll(' ', '_'))}`)
    if (!site || iri === undefined) continue
    const page = factory.namedNode(toIri(iri))
    const root = factory.namedNode(site.iri)
    collector.add(page, terms.type, terms.Article)
    collector.add(page, terms.about, node)
    collector.add(page, terms.inLanguage, factory.literal(site.language))
    collector.add(page, terms.isPartOf, root)
    collector.add(page, terms.name, factory.literal(title, site.language))
    for (const badge of badges) collector.add(page, terms.badge, factory.namedNode(badge))
    if (collector.isNew(site.iri)) {
      collector.add(root, terms.wikiGroup, factory.literal(site.group))
    }
  }
}

/** The class of an entity: `wikibase:Item`, `wikibase:Property` … */
export const entityClass = (type: Entity['type']): string =>
  `${WIKIBASE}${type.charAt(0).toUpperCase()}${type.slice(1)}`
