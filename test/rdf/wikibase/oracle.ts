import type { BlankNode, NamedNode, Quad } from '@rdfjs/types'
import type { DataFactory } from 'n3'
import {
  OWL,
  RDFS,
  SCHEMA,
  SKOS,
  WIKIBASE,
  WIKIDATA,
  WIKIDATA_DATA,
  rdf,
} from '../../../src/vocabulary.ts'
import { createQuadWriter } from '../../../src/rdf/formats/n-quads-writer.ts'
import { createPredicateReader } from '../../../src/rdf/wikibase/read-predicate.ts'
import type { Normalization } from '../../../src/rdf/wikibase/index.ts'
import type { Datatype, Entity, Snak } from '../../../src/statements/index.ts'

/** What a comparison knows. */
export interface Comparison {
  readonly entities: readonly Entity[]
  readonly normalization: Normalization
  /** The datatypes of the properties that the entities use. */
  readonly datatypes: ReadonlyMap<string, Datatype>
  readonly theirs: readonly Quad[]
}

/** A difference between Wikidata's Turtle and ours that has a reason; the tests list them by name. */
export interface Difference {
  readonly name: string
  readonly reason: string
  /** Tells whether a quad that only Wikidata has is part of it. */
  readonly explains: (quad: Quad, comparison: Comparison) => boolean
  /** Tells whether a quad that only we have is part of it. */
  readonly explainsOurs?: (quad: Quad, comparison: Comparison) => boolean
}

const meaning = createPredicateReader(undefined)
const MATHML = 'http://www.w3.org/1998/Math/MathML'

const isEntity = (iri: string): boolean =>
  /^http:\/\/www\.wikidata\.org\/entity\/[A-Z]\d+/.test(iri)

const isOther = (iri: string, { entities }: Comparison): boolean =>
  isEntity(iri) && !entities.some((entity) => entity.iri === iri)

const stubPredicates: ReadonlySet<string> = new Set([
  rdf.type,
  `${RDFS}label`,
  `${SKOS}prefLabel`,
  `${SCHEMA}name`,
  `${SCHEMA}description`,
])

/** The property that a definition is of: by its entity, a predicate, or the class of absent values. */
function definedProperty({ subject }: Quad, { theirs }: Comparison): string | undefined {
  if (isEntity(subject.value)) return subject.value
  if (subject.termType !== 'BlankNode') return meaning(subject.value)?.property
  const class_ = theirs.find(
    ({ predicate, object }) => predicate.value === `${OWL}complementOf` && object.equals(subject),
  )
  return class_ && meaning(class_.subject.value)?.property
}

const isDefinition = ({ subject, predicate }: Quad): boolean =>
  predicate.value.startsWith(WIKIBASE) ||
  predicate.value.startsWith(OWL) ||
  (predicate.value === rdf.type && !isEntity(subject.value))

/** Finds the value node that is the normalized form of a quantity we cannot convert. */
const isUnknownConversion = (iri: string, comparison: Comparison): boolean =>
  comparison.theirs.some(
    ({ subject, predicate, object }) =>
      predicate.value === `${WIKIBASE}quantityNormalized` &&
      (object.value === iri || subject.value === iri) &&
      comparison.theirs.some(
        (quad) =>
          quad.subject.value === subject.value &&
          quad.predicate.value === `${WIKIBASE}quantityUnit` &&
          comparison.normalization.conversion(quad.object.value) === undefined,
      ),
  )

/** Every difference that has a reason, the same for all pairs. */
export const differences: readonly Difference[] = [
  {
    name: 'stubs',
    reason: 'labels and descriptions of mentioned entities are data of other entities',
    explains: (quad, comparison) =>
      isOther(quad.subject.value, comparison) && stubPredicates.has(quad.predicate.value),
  },
  {
    name: 'redirects',
    reason: 'which entities redirect to this one is not in its JSON',
    explains: ({ predicate, object }, { entities }) =>
      predicate.value === `${OWL}sameAs` && entities.some(({ iri }) => iri === object.value),
  },
  {
    name: 'definitions of properties that are values',
    reason: 'the datatype of a property that is only a value is data of another entity',
    explains: (quad, comparison) => {
      if (!isDefinition(quad)) return false
      const property = definedProperty(quad, comparison)
      return property !== undefined && !comparison.datatypes.has(property)
    },
  },
  {
    name: 'formatter URIs',
    reason:
      'the formatter URI (P1921) of a property is data of another entity; this one is not evidenced yet',
    explains: ({ predicate }, { datatypes, normalization }) => {
      const { property, role } = meaning(predicate.value) ?? {}
      return (
        property !== undefined &&
        role === 'normalized' &&
        datatypes.get(property) === 'external-id' &&
        normalization.formatterUri(property) === undefined
      )
    },
  },
  {
    name: 'unit conversions',
    reason: 'the conversion of a unit is configuration of Wikidata; this one is not evidenced yet',
    explains: ({ subject, object }, comparison) =>
      isUnknownConversion(subject.value, comparison) ||
      isUnknownConversion(object.value, comparison),
  },
  {
    name: 'MathML',
    reason: 'Wikidata renders formulas as MathML with software of its own; we write their TeX',
    explains: ({ object }) => object.termType === 'Literal' && object.datatype.value === MATHML,
    explainsOurs: ({ predicate }, { datatypes }) =>
      datatypes.get(meaning(predicate.value)?.property ?? '') === 'math',
  },
]

/** What one side has and the other has not, with the names of the differences that explain it. */
export interface Verdict {
  readonly explained: readonly string[]
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

/** Compares quads by their text; what no difference explains is missing or extra. */
export function compare(
  ours: readonly Quad[],
  comparison: Comparison,
  reasons: readonly Difference[] = differences,
): Verdict {
  const write = createQuadWriter()
  const byText = (quads: readonly Quad[]): Map<string, Quad> =>
    new Map(quads.map((quad) => [write(quad), quad]))
  const [us, them] = [byText(ours), byText(comparison.theirs)]
  const explained = new Set<string>()
  const missing = [...them]
    .filter(([text]) => !us.has(text))
    .filter(([, quad]) => {
      const difference = reasons.find(({ explains }) => explains(quad, comparison))
      if (difference) explained.add(difference.name)
      return !difference
    })
  const extra = [...us]
    .filter(([text]) => !them.has(text))
    .filter(([, quad]) => {
      const difference = reasons.find(({ explainsOurs }) => explainsOurs?.(quad, comparison))
      if (difference) explained.add(difference.name)
      return !difference
    })
  return {
    explained: [...explained].sort(),
    missing: missing.map(([text]) => text),
    extra: extra.map(([text]) => text),
  }
}

/** Collects the datatypes of the properties in all snaks of entities. */
export function collectDatatypes(entities: readonly Entity[]): Map<string, Datatype> {
  const snaks = entities.flatMap(({ statements }) =>
    statements.flatMap(({ mainSnak, qualifiers, references }): readonly Snak[] => [
      mainSnak,
      ...qualifiers,
      ...references.flatMap((reference) => reference.snaks),
    ]),
  )
  return new Map(snaks.map(({ property, datatype }) => [property, datatype]))
}

/** Lists an entity and, of a lexeme, its forms and senses. */
export const withParts = (entity: Entity): Entity[] => [
  entity,
  ...(entity.lexical?.forms ?? []),
  ...(entity.lexical?.senses ?? []),
]

/**
 * Tells whether Wikibase wrote a document: it always says which version of the mapping it follows. Programs that
 * write Turtle after its example do not.
 */
export const isByWikibase = (quads: readonly Quad[]): boolean =>
  quads.some(
    ({ subject, predicate }) =>
      predicate.value === `${SCHEMA}softwareVersion` && subject.value.startsWith(WIKIDATA_DATA),
  )

/** Renames value nodes by what they say, for documents whose writers name them otherwise. */
export function renameValueNodes(quads: readonly Quad[], factory: Factory): Quad[] {
  const nodes = new Map<string, Set<string>>()
  for (const { subject, predicate, object } of quads) {
    if (!subject.value.startsWith(`${WIKIDATA}value/`)) continue
    const content = nodes.get(subject.value) ?? new Set()
    nodes.set(subject.value, content.add(`${predicate.value}=${object.value}`))
  }
  const rename = (term: Quad['object']): NamedNode | undefined => {
    const content = nodes.get(term.value)
    return content && factory.namedNode(`value:${[...content].sort().join(';')}`)
  }
  return quads.map(({ subject, predicate, object }) =>
    factory.quad(rename(subject) ?? subject, predicate, rename(object) ?? object),
  )
}

/**
 * Renames blank nodes by what points to them, and a number where several hang on one node: nothing else tells the
 * blank nodes of a view apart, so graphs that are isomorphic become equal.
 */
export function renameBlankNodes(quads: readonly Quad[], factory: Factory): Quad[] {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const { subject, predicate, object } of quads) {
    if (object.termType !== 'BlankNode' || names.has(object.value)) continue
    const place = `${subject.value} ${predicate.value}`
    const count = (counts.get(place) ?? 0) + 1
    counts.set(place, count)
    names.set(object.value, `${place} ${count}`)
  }
  const rename = <T extends Quad['subject'] | Quad['object']>(term: T): T | BlankNode =>
    term.termType === 'BlankNode' ? factory.blankNode(names.get(term.value) ?? term.value) : term
  return quads.map(({ subject, predicate, object }) =>
    factory.quad(rename(subject), predicate, rename(object)),
  )
}

type Factory = Pick<typeof DataFactory, 'namedNode' | 'quad' | 'blankNode'>

/** The differences of Turtle that another program wrote after Wikibase's example (of Q120248304). */
export const foreignDifferences: readonly Difference[] = [
  {
    name: 'classes of predicates',
    reason:
      'the program says owl:ObjectProperty of predicates whose values are literals or have no node',
    explains: ({ subject, predicate, object }) =>
      predicate.value === rdf.type &&
      object.value === `${OWL}ObjectProperty` &&
      meaning(subject.value) !== undefined,
  },
  {
    name: 'names of datatypes',
    reason: 'the program writes Globecoordinate where Wikibase writes GlobeCoordinate',
    explains: ({ object }) => object.value === `${WIKIBASE}Globecoordinate`,
  },
]
