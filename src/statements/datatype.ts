import type { ValueType } from './value.ts'
import { WIKIBASE } from '../vocabulary.ts'

/**
 * The datatypes a property can have, in the spelling of Wikibase JSON, each with the type of its values and the local
 * name of its class in the Wikibase ontology.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/DataModel
 */
const datatypes = {
  'wikibase-item': { valueType: 'entityid', className: 'WikibaseItem' },
  'wikibase-property': { valueType: 'entityid', className: 'WikibaseProperty' },
  'wikibase-lexeme': { valueType: 'entityid', className: 'WikibaseLexeme' },
  'wikibase-form': { valueType: 'entityid', className: 'WikibaseForm' },
  'wikibase-sense': { valueType: 'entityid', className: 'WikibaseSense' },
  'entity-schema': { valueType: 'entityid', className: 'EntitySchema' },
  string: { valueType: 'string', className: 'String' },
  'external-id': { valueType: 'string', className: 'ExternalId' },
  url: { valueType: 'string', className: 'Url' },
  commonsMedia: { valueType: 'string', className: 'CommonsMedia' },
  'geo-shape': { valueType: 'string', className: 'GeoShape' },
  'tabular-data': { valueType: 'string', className: 'TabularData' },
  math: { valueType: 'string', className: 'Math' },
  'musical-notation': { valueType: 'string', className: 'MusicalNotation' },
  monolingualtext: { valueType: 'monolingualtext', className: 'Monolingualtext' },
  quantity: { valueType: 'quantity', className: 'Quantity' },
  time: { valueType: 'time', className: 'Time' },
  'globe-coordinate': { valueType: 'globecoordinate', className: 'GlobeCoordinate' },
} as const satisfies Record<string, { valueType: ValueType; className: string }>

/** The datatype of a property, in the spelling of Wikibase JSON. */
export type Datatype = keyof typeof datatypes

/** Lists all datatypes. */
export const allDatatypes = Object.keys(datatypes) as Datatype[]

/** Tells whether a name is a datatype's. */
export const isDatatype = (name: string): name is Datatype => Object.hasOwn(datatypes, name)

/** The type that values of a datatype have. */
export const valueTypeOf = (datatype: Datatype): ValueType => datatypes[datatype].valueType

/** The IRI that `wikibase:propertyType` gives a property of this datatype. */
export const datatypeIri = (datatype: Datatype): string => WIKIBASE + datatypes[datatype].className

/** Finds the datatype that a `wikibase:propertyType` names. */
export const findDatatype = (iri: string): Datatype | undefined =>
  allDatatypes.find((datatype) => datatypeIri(datatype) === iri)

const defaults = {
  entityid: 'wikibase-item',
  string: 'string',
  monolingualtext: 'monolingualtext',
  quantity: 'quantity',
  time: 'time',
  globecoordinate: 'globe-coordinate',
} as const satisfies Record<ValueType, Datatype>

/** The datatype to assume for a value whose property is not described: the plainest of its value type. */
export const defaultDatatype = (valueType: ValueType): Datatype => defaults[valueType]
