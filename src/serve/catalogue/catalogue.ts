import type { Entity, Snak } from '../../statements/index.ts'
import type { SiteVersion } from '../context.ts'
import { perVersion } from '../documents/site-index.ts'
import { buildClasses } from './class-tree.ts'
import type { CatalogueClass } from './class-tree.ts'
import { assignKeys } from './keys.ts'
import { visitInSlices } from './slices.ts'
import { isSpecial } from './special-properties.ts'

/** A property, and who has it. */
export interface CatalogueProperty {
  /** The IRI of the property entity. */
  readonly iri: string
  /** Names it in paths. */
  readonly key: string
  /** How many statements it has, those with deprecated rank left out. */
  readonly statements: number
  /** Positions of the entities that have it, each once, ascending. */
  readonly holders: readonly number[]
}

/** How often a property is used beside what is said of entities. */
export interface OtherUses {
  readonly qualifiers: number
  readonly references: number
}

/** What a version of a site holds, counted once. Entities are told by their position in the site. */
export interface Catalogue {
  readonly entities: readonly Entity[]
  readonly statements: number
  readonly references: number
  /** How many different works and web pages are named as source. */
  readonly sources: number
  /** By key. */
  readonly classes: ReadonlyMap<string, CatalogueClass>
  readonly properties: ReadonlyMap<string, CatalogueProperty>
  /** How often properties (by IRI) qualify statements and stand in references. */
  readonly otherUses: ReadonlyMap<string, OtherUses>
  /** Keys by IRI. */
  readonly classKeys: ReadonlyMap<string, string>
  readonly propertyKeys: ReadonlyMap<string, string>
}

/** Gets the catalogue of a version; it is built at the first call, while other requests are answered. */
export const catalogueOf: (version: SiteVersion) => Promise<Catalogue> = perVersion(buildCatalogue)

interface Counts {
  statements: number
  references: number
  readonly sources: Set<string>
  readonly instances: Map<string, number[]>
  readonly superclasses: Map<string, string[]>
  readonly properties: Map<string, { statements: number; readonly holders: number[] }>
  readonly otherUses: Map<string, { qualifiers: number; references: number }>
}

async function buildCatalogue(version: SiteVersion): Promise<Catalogue> {
  const { site } = version
  const { entities } = site
  const counts: Counts = {
    statements: 0,
    references: 0,
    sources: new Set(),
    instances: new Map(),
    superclasses: new Map(),
    properties: new Map(),
    otherUses: new Map(),
  }
  const count = createCounter(version, counts)
  await visitInSlices(entities, count)
  const classes = await buildClasses(counts, version)
  const properties = [...counts.properties].map(([iri, use]) => ({ iri, ...use }))
  const propertyKeys = assignKeys(counts.properties.keys(), version, 'properties')
  return {
    entities,
    statements: counts.statements,
    references: counts.references,
    sources: counts.sources.size,
    classes: new Map(classes.map((one) => [one.key, one])),
    properties: new Map(
      properties.map((use): [string, CatalogueProperty] => {
        const key = propertyKeys.get(use.iri) ?? use.iri
        return [key, { ...use, key }]
      }),
    ),
    otherUses: counts.otherUses,
    classKeys: new Map(classes.map(({ iri, key }) => [iri, key])),
    propertyKeys,
  }
}

function createCounter({ site: { ontology } }: SiteVersion, counts: Counts) {
  const isInstanceOf = isSpecial(ontology, 'instanceOf')
  const isSubclassOf = isSpecial(ontology, 'subclassOf')
  const isStatedIn = isSpecial(ontology, 'statedIn')
  const isReferenceUrl = isSpecial(ontology, 'referenceUrl')
  return ({ iri, statements }: Entity, position: number): void => {
    for (const { mainSnak, qualifiers, rank, references } of statements) {
      counts.statements += 1
      counts.references += references.length
      for (const { property } of qualifiers) otherUse(counts, property).qualifiers += 1
      for (const { snaks } of references) {
        for (const snak of snaks) {
          otherUse(counts, snak.property).references += 1
          if (!isStatedIn(snak.property) && !isReferenceUrl(snak.property)) continue
          counts.sources.add(textOf(snak))
        }
      }
      if (rank === 'deprecated') continue
      addUse(counts.properties, mainSnak.property, position)
      const target = targetOf(mainSnak)
      if (target === undefined) continue
      if (isInstanceOf(mainSnak.property)) append(counts.instances, target, position)
      if (isSubclassOf(mainSnak.property)) append(counts.superclasses, iri, target)
    }
  }
}

function addUse(uses: Counts['properties'], property: string, position: number): void {
  const use = uses.get(property)
  if (!use) {
    uses.set(property, { statements: 1, holders: [position] })
    return
  }
  use.statements += 1
  if (use.holders.at(-1) !== position) use.holders.push(position)
}

function otherUse({ otherUses }: Counts, property: string) {
  const use = otherUses.get(property) ?? { qualifiers: 0, references: 0 }
  otherUses.set(property, use)
  return use
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key)
  if (!list) lists.set(key, [item])
  else if (list.at(-1) !== item) list.push(item)
}

const targetOf = (snak: Snak): string | undefined =>
  snak.snakType === 'value' && snak.value.type === 'entityid' ? snak.value.iri : undefined

const textOf = (snak: Snak): string =>
  snak.snakType === 'value' && snak.value.type === 'string'
    ? snak.value.value
    : (targetOf(snak) ?? '')
