import { RDFS, SCHEMA, SKOS } from '../../vocabulary.ts'

/** A text that the label service finds of an entity. */
export interface LabelKind {
  /** What is added to the name of a variable to ask for it. */
  readonly suffix: string
  /** The predicate that asks for it inside the service, and that holds it. */
  readonly predicate: string
  /** The function that queries are rewritten to call. */
  readonly functionIri: string
}

const FUNCTION = 'urn:usine:function:'

/**
 * Every text that the label service finds.
 *
 * @see https://www.mediawiki.org/wiki/Wikidata_Query_Service/User_Manual#Label_service
 */
export const labelKinds = {
  // The longest suffix first: ?xAltLabel is not the label of ?xAlt.
  altLabel: {
    suffix: 'AltLabel',
    predicate: `${SKOS}altLabel`,
    functionIri: `${FUNCTION}altLabel`,
  },
  description: {
    suffix: 'Description',
    predicate: `${SCHEMA}description`,
    functionIri: `${FUNCTION}description`,
  },
  label: { suffix: 'Label', predicate: `${RDFS}label`, functionIri: `${FUNCTION}label` },
} as const satisfies Record<string, LabelKind>

/** All of them. */
export const listLabelKinds = (): readonly LabelKind[] => Object.values(labelKinds)
