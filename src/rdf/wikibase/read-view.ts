import type { Quad, Quad_Object } from '@rdfjs/types'
import { findDatatype } from '../../statements/index.ts'
import type { Datatype, Entity, EntityType, Sitelink } from '../../statements/index.ts'
import { SCHEMA, WIKIBASE, owl, rdf, rdfs, skos } from '../../vocabulary.ts'
import { ViewIndex, localName } from './read-index.ts'
import { createPredicateReader } from './read-predicate.ts'
import type { SnakReading } from './read-snaks.ts'
import { readStatements } from './read-statements.ts'
import { findSiteId } from './sites.ts'

/** What helps to read a view. */
export interface ReadViewOptions {
  /** The site's base IRI, if the view is a site's. */
  readonly base?: string
  /** The datatypes of properties; those that the quads define need not be told. */
  readonly datatypeOf?: (propertyIri: string) => Datatype | undefined
}

const entityTypes: readonly EntityType[] = [
  'item',
  'property',
  'lexeme',
  'form',
  'sense',
  'mediainfo',
]

/**
 * Reads a Wikibase view back: the entities that have statements or a document, each with all that the view says of
 * it. What the view leaves out stays lost: the order of qualifiers, the `before` and `after` of times, and digits of
 * coordinates beyond the fourteenth.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format
 */
export function readWikibaseView(quads: Iterable<Quad>, options: ReadViewOptions = {}): Entity[] {
  const index = new ViewIndex(quads)
  const reading: SnakReading = {
    index,
    meaning: createPredicateReader(options.base),
    datatypeOf: (property) => options.datatypeOf?.(property) ?? definedDatatype(property, index),
  }
  const pages = collectPages(index)
  const documents = collectDocuments(index)
  return [...index.subjects()].flatMap((iri) => {
    const statements = readStatements(iri, reading)
    const document = documents.get(iri)
    if (statements.length === 0 && document === undefined) return []
    return [
      {
        ...readTexts(iri, index),
        iri,
        id: localName({ value: iri }),
        type: readType(iri, index),
        statements,
        sitelinks: (pages.get(iri) ?? []).flatMap((page) => readSitelink(page, index)),
        sameAs: index.objects(iri, owl.sameAs).map(({ value }) => value),
        ...readDatatype(iri, index),
        ...(document !== undefined && readRevision(document, index)),
      },
    ]
  })
}

const definedDatatype = (property: string, index: ViewIndex): Datatype | undefined => {
  const type = index.object(property, `${WIKIBASE}propertyType`)
  return type && findDatatype(type.value)
}

function readDatatype(iri: string, index: ViewIndex): Pick<Entity, 'datatype'> {
  const datatype = definedDatatype(iri, index)
  return datatype === undefined ? {} : { datatype }
}

const readType = (iri: string, index: ViewIndex): EntityType =>
  entityTypes.find((type) =>
    index.has(iri, rdf.type, `${WIKIBASE}${type.charAt(0).toUpperCase()}${type.slice(1)}`),
  ) ?? 'item'

/** Finds what is about entities: documents of the kind that says so, and pages. */
function collectAbout(index: ViewIndex, type: string): [about: string, iri: string][] {
  return [...index.subjects()].flatMap((iri) =>
    index.has(iri, rdf.type, SCHEMA + type)
      ? index.objects(iri, `${SCHEMA}about`).map(({ value }): [string, string] => [value, iri])
      : [],
  )
}

const collectDocuments = (index: ViewIndex): Map<string, string> =>
  new Map(collectAbout(index, 'Dataset'))

function collectPages(index: ViewIndex): Map<string, string[]> {
  const pages = new Map<string, string[]>()
  for (const [about, page] of collectAbout(index, 'Article')) {
    pages.set(about, [...(pages.get(about) ?? []), page])
  }
  return pages
}

function readTexts(
  iri: string,
  index: ViewIndex,
): Pick<Entity, 'labels' | 'descriptions' | 'aliases'> {
  const aliases = new Map<string, readonly string[]>()
  for (const object of index.objects(iri, skos.altLabel)) {
    const language = languageOf(object)
    aliases.set(language, [...(aliases.get(language) ?? []), object.value])
  }
  const texts = (predicate: string): Map<string, string> =>
    new Map(index.objects(iri, predicate).map((object) => [languageOf(object), object.value]))
  return { labels: texts(rdfs.label), descriptions: texts(`${SCHEMA}description`), aliases }
}

const languageOf = (object: Quad_Object): string =>
  object.termType === 'Literal' ? object.language : ''

function readSitelink(page: string, index: ViewIndex): Sitelink[] {
  const root = index.object(page, `${SCHEMA}isPartOf`)?.value
  const site = root === undefined ? undefined : findSiteId(root)
  const title = index.object(page, `${SCHEMA}name`)?.value
  if (site === undefined || title === undefined) return []
  const badges = index.objects(page, `${WIKIBASE}badge`).map(({ value }) => value)
  return [{ site, title, url: page, badges }]
}

function readRevision(document: string, index: ViewIndex): Pick<Entity, 'revision'> {
  const id = index.object(document, `${SCHEMA}version`)?.value
  const modified = index.object(document, `${SCHEMA}dateModified`)?.value
  if (id === undefined && modified === undefined) return {}
  return {
    revision: {
      ...(id !== undefined && { id: Number(id) }),
      ...(modified !== undefined && { modified }),
    },
  }
}
