import { readSite } from '../../../src/sources/index.ts'
import type { Site } from '../../../src/sources/index.ts'
import type { Entity, Rank, Snak, Statement } from '../../../src/statements/index.ts'
import { createStore } from '../../../src/store/index.ts'
import type { SiteVersion } from '../../../src/serve/context.ts'
import { WIKIDATA_ENTITY } from '../../../src/vocabulary.ts'

/** The base of versions made for tests of lists and search. */
export const smallBase = 'https://small.example/'

const read = readSite(new URL('../../../', import.meta.url).pathname)

/** A version of a site with the ontology of Flins and other entities; it has no graph. */
export async function versionOf(
  entities: readonly Entity[],
  more: Partial<Site> = {},
): Promise<SiteVersion> {
  const { site } = await read
  if (!site) throw new Error('the site of Flins cannot be read')
  const config = { ...site.config, base: smallBase }
  return {
    site: { ...site, ...more, config, entities },
    base: smallBase,
    store: createStore(),
    prefixes: {},
    queries: new Map(),
    problems: [],
    version: 'small',
    modified: new Date('2026-01-01T00:00:00Z'),
  }
}

/** What an entity of a test has. */
interface EntityParts {
  readonly labels?: Readonly<Record<string, string>>
  readonly aliases?: Readonly<Record<string, readonly string[]>>
  readonly statements?: readonly (readonly [property: string, snak: TestSnak, rank?: Rank])[]
}

/** A snak without its property. */
type TestSnak = Snak extends infer One
  ? One extends Snak
    ? Omit<One, 'property' | 'datatype'>
    : never
  : never

/** Makes an entity; properties are named by their ids on Wikidata. */
export function entityOf(id: string, parts: EntityParts = {}): Entity {
  const { labels = {}, aliases = {}, statements = [] } = parts
  const iri = `${smallBase}entity/${id}`
  return {
    iri,
    id,
    type: 'item',
    labels: new Map(Object.entries(labels)),
    descriptions: new Map(),
    aliases: new Map(Object.entries(aliases)),
    statements: statements.map(([property, snak, rank = 'normal'], at): Statement => ({
      id: `${id}$${at}`,
      subject: iri,
      mainSnak: { ...snak, property: WIKIDATA_ENTITY + property, datatype: 'string' },
      qualifiers: [],
      rank,
      references: [],
    })),
    sitelinks: [],
    sameAs: [],
  }
}

/** A snak whose value is an entity of Wikidata, or any by its IRI. */
export const entitySnak = (id: string): TestSnak => ({
  snakType: 'value',
  value: { type: 'entityid', iri: id.includes(':') ? id : WIKIDATA_ENTITY + id },
})
