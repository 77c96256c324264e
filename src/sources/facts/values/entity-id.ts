import type { Datatype, EntityIdValue } from '../../../statements/index.ts'
import { WIKIDATA_ENTITY } from '../../../vocabulary.ts'
import { didYouMean } from '../../nearest.ts'
import { parsed, quote, unparsed } from '../../parsed.ts'
import type { Parsed } from '../../parsed.ts'
import type { FactsIndex } from '../facts-index.ts'
import type { FactsContext } from '../reading.ts'

/** The ids of Wikidata's entities, by the datatype whose values they are. */
const wikidataIds = {
  'wikibase-item': /^Q[1-9]\d*$/,
  'wikibase-property': /^P[1-9]\d*$/,
  'wikibase-lexeme': /^L[1-9]\d*$/,
  'wikibase-form': /^L[1-9]\d*-F[1-9]\d*$/,
  'wikibase-sense': /^L[1-9]\d*-S[1-9]\d*$/,
  'entity-schema': /^E[1-9]\d*$/,
} as const satisfies Partial<Record<Datatype, RegExp>>

/** The datatypes whose values are entities. */
export type EntityDatatype = keyof typeof wikidataIds

type Names = FactsContext & { readonly index: FactsIndex }

/** Reads an entity: the id of one of the site's, the key of a class or concept, or a Wikidata id. */
export function parseEntityId(
  text: string,
  datatype: EntityDatatype,
  names: Names,
): Parsed<EntityIdValue> {
  const iri = wikidataIds[datatype].test(text)
    ? WIKIDATA_ENTITY + text
    : knownIri(text, datatype, names)
  if (iri !== undefined) return parsed({ type: 'entityid', iri })
  const suggestion = didYouMean(text, candidates(datatype, names))
  return unparsed(`Unknown ${nouns[datatype] ?? 'Wikidata id'} ${quote(text)}${suggestion}`)
}

const nouns: Partial<Record<EntityDatatype, string>> = {
  'wikibase-item': 'entity',
  'wikibase-property': 'property',
}

function knownIri(text: string, datatype: EntityDatatype, { ontology, index }: Names) {
  if (datatype === 'wikibase-property') return ontology.properties.get(text)?.entityIri
  if (datatype !== 'wikibase-item') return undefined
  const term = ontology.classes.get(text) ?? ontology.concepts.get(text)
  return index.entities.get(text)?.iri ?? term?.entityIri
}

function candidates(datatype: EntityDatatype, { ontology, index }: Names): string[] {
  if (datatype === 'wikibase-property') return [...ontology.properties.keys()]
  if (datatype !== 'wikibase-item') return []
  return [...index.entities.keys(), ...ontology.classes.keys(), ...ontology.concepts.keys()]
}
