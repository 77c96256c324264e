import { WIKIDATA } from '../../vocabulary.ts'

/** What a predicate of the view stands for. */
export interface PredicateMeaning {
  /** The IRI of the property entity. */
  readonly property: string
  readonly role: PredicateRole
}

const roles = {
  '': 'claim',
  'novalue/': 'novalue',
  'direct/': 'direct',
  'direct-normalized/': 'normalized',
  'statement/': 'statement',
  'statement/value/': 'statementValue',
  'statement/value-normalized/': 'normalized',
  'qualifier/': 'qualifier',
  'qualifier/value/': 'qualifierValue',
  'qualifier/value-normalized/': 'normalized',
  'reference/': 'reference',
  'reference/value/': 'referenceValue',
  'reference/value-normalized/': 'normalized',
} as const

/** What a predicate says of a property. */
export type PredicateRole = (typeof roles)[keyof typeof roles]

const PREDICATE = /^(.*\/)prop\/((?:[a-z-]+\/){0,2})([^/]+)$/

/** Makes the function that tells what predicates, and the classes of absent values, stand for. */
export function createPredicateReader(
  base: string | undefined,
): (iri: string) => PredicateMeaning | undefined {
  const known = new Map<string, PredicateMeaning | undefined>()
  return (iri) => {
    if (!known.has(iri)) known.set(iri, interpret(iri, base))
    return known.get(iri)
  }
}

function interpret(iri: string, base: string | undefined): PredicateMeaning | undefined {
  const [, top = '', path = '', id = ''] = PREDICATE.exec(iri) ?? []
  if (id === '' || !Object.hasOwn(roles, path)) return undefined
  const folder = top === base && top !== WIKIDATA ? 'ontology/' : 'entity/'
  return { property: top + folder + id, role: roles[path as keyof typeof roles] }
}
