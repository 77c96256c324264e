import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { graphIri } from '../../rdf/index.ts'
import { WIKIDATA_ENTITY } from '../../vocabulary.ts'
import type { Entity } from '../../statements/index.ts'
import type { SiteVersion } from '../context.ts'
import { siteIndex } from './site-index.ts'

/** The entities that name an entity as the value of one property. */
export interface IncomingLinks {
  /** The IRI of the property entity. */
  readonly property: string
  /** At most `LISTED`, each once. */
  readonly entities: readonly Entity[]
  /** How many statements there are in all. */
  readonly count: number
}

/** How many entities are listed for each property. */
const LISTED = 24
/** How many links are looked at: an entity such as a country can have hundreds of thousands. */
const SEEN = 2000

/** Finds what links to an entity, as main value or as qualifier, by property. */
export function incomingLinks({ iri }: Entity, version: SiteVersion): IncomingLinks[] {
  const { base, store } = version
  const target = DataFactory.namedNode(iri)
  const graph = DataFactory.namedNode(graphIri(base, 'wikibase'))
  const found = new Map<string, { readonly property: string; readonly entities: Set<Entity> }>()
  let seen = 0
  for (const quad of store.match(null, null, target, graph)) {
    seen += 1
    if (seen > SEEN) break
    const property = propertyOf(quad.predicate.value, base)
    const entity = property === undefined ? undefined : entityOf(quad, version)
    if (property === undefined || !entity) continue
    const link = found.get(quad.predicate.value) ?? { property, entities: new Set() }
    found.set(quad.predicate.value, link)
    if (link.entities.size < LISTED) link.entities.add(entity)
  }
  return [...found].map(([predicate, { property, entities }]) => ({
    property,
    entities: [...entities],
    count: store.countQuads(null, DataFactory.namedNode(predicate), target, graph),
  }))
}

/** The property of a predicate that leads from an entity or as qualifier from a statement; undefined for all others. */
function propertyOf(predicate: string, base: string): string | undefined {
  const [, start, id] = /^(.*)prop\/(?:direct|qualifier)\/([^/]+)$/.exec(predicate) ?? []
  if (start === undefined || id === undefined) return undefined
  return start === base ? `${base}ontology/${id}` : WIKIDATA_ENTITY + id
}

function entityOf({ subject }: Quad, version: SiteVersion): Entity | undefined {
  const { byIri, byId, ownerOfStatement } = siteIndex(version)
  const entity = byIri.get(subject.value)
  if (entity) return entity
  const start = `${version.base}statement/`
  if (!subject.value.startsWith(start)) return undefined
  const owner = ownerOfStatement.get(subject.value.slice(start.length))
  return owner === undefined ? undefined : byId.get(owner)
}
