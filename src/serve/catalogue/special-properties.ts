import type { Ontology } from '../../rdf/index.ts'
import { WIKIDATA_ENTITY } from '../../vocabulary.ts'

/** What statements of some properties mean for every site: by the key in its ontology, and the id on Wikidata. */
const meanings = {
  instanceOf: 'P31',
  subclassOf: 'P279',
  statedIn: 'P248',
  referenceUrl: 'P854',
} as const

/** Makes a test of whether a property (its IRI) has a meaning. */
export function isSpecial(
  ontology: Ontology,
  meaning: keyof typeof meanings,
): (property: string) => boolean {
  const own = ontology.properties.get(meaning)?.entityIri
  const known = WIKIDATA_ENTITY + meanings[meaning]
  return (property) => property === own || property === known
}
