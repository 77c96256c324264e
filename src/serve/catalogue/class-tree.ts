import type { SiteVersion } from '../context.ts'
import { assignKeys } from './keys.ts'
import { visitInSlices } from './slices.ts'

/** A class, whether the ontology describes it or entities only name it. */
export interface CatalogueClass {
  readonly iri: string
  /** Names it in paths. */
  readonly key: string
  /** Positions of the entities that are said to be of this very class, ascending. */
  readonly instances: readonly number[]
  /** Keys of classes. */
  readonly superclasses: readonly string[]
  readonly subclasses: readonly string[]
  /** How many entities are of this class or of one below it. */
  readonly count: number
}

/** What is known of classes from statements. */
export interface ClassStatements {
  readonly instances: ReadonlyMap<string, readonly number[]>
  readonly superclasses: ReadonlyMap<string, readonly string[]>
}

/** Builds all classes: those of the ontology and those that statements name. */
export async function buildClasses(
  said: ClassStatements,
  version: SiteVersion,
): Promise<CatalogueClass[]> {
  const { ontology } = version.site
  const iris = new Set([
    ...[...ontology.classes.values()].map(({ entityIri }) => entityIri),
    ...said.instances.keys(),
    ...said.superclasses.keys(),
    ...[...said.superclasses.values()].flat(),
  ])
  const keys = assignKeys(iris, version, 'classes')
  const keyOf = (iri: string): string => keys.get(iri) ?? iri
  const classes = new Map<string, CatalogueClass & { subclasses: string[]; count: number }>()
  await visitInSlices(iris, (iri) => {
    const key = keyOf(iri)
    const above = [
      ...(ontology.findClass(iri)?.superclasses ?? []),
      ...(said.superclasses.get(iri) ?? []).map(keyOf),
    ]
    const superclasses = [...new Set(above)].filter((one) => one !== key)
    const instances = said.instances.get(iri) ?? []
    classes.set(key, { iri, key, instances, superclasses, subclasses: [], count: 0 })
  })
  for (const { key, superclasses } of classes.values()) {
    for (const above of superclasses) classes.get(above)?.subclasses.push(key)
  }
  await visitInSlices(classes.values(), (one) => {
    one.count = listMembers(one, classes).size
  })
  return [...classes.values()]
}

/** Lists the positions of the entities of a class and of all classes below it; classes may form rings. */
export function listMembers(
  { key, instances, subclasses }: CatalogueClass,
  classes: ReadonlyMap<string, CatalogueClass>,
): ReadonlySet<number> {
  const members = new Set(instances)
  if (subclasses.length === 0) return members
  const seen = new Set([key, ...subclasses])
  for (const one of seen) {
    const found = classes.get(one)
    for (const position of found?.instances ?? []) members.add(position)
    for (const below of found?.subclasses ?? []) seen.add(below)
  }
  return members
}
