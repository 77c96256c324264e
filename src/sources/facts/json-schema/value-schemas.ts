import type { Ontology, Property } from '../../../rdf/ontology/ontology.ts'
import type { Datatype } from '../../../statements/index.ts'

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** YAML readers other than usine's take `1952` and `237` for numbers; a pattern only looks at texts. */
const written = ['string', 'number']

const special = { enum: ['somevalue', 'novalue'] }
const number =
  '[-+\u2212]?(?:\\d+|\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?:[ \u00a0\u2009\u202f]\\d{3})+)(?:\\.\\d+)?'
const bounds = `(?:\\s*(?:±|\\+/-)\\s*${number}|\\s*\\[${number}\\.\\.${number}\\])?`
const date = '-?\\d{4,16}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?'
const period = '-?\\d{3,15}0s|\\d{1,2}(?:st|nd|rd|th) (?:century|millennium)(?: BCE)?'
const exact = '[-+]\\d{4,16}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ/\\d\\d?'

/** What a time looks like. */
export const timePattern = `(?:${date}|${period}|${exact})(?: (?:Julian|Gregorian))?`
/** What the tag of a language looks like. */
export const languagePattern = '^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$'
/** What an absolute IRI looks like. */
export const iriPattern = '^[A-Za-z][A-Za-z0-9+.\\-]*:[^\\s<>"{}|\\\\^`]+$'

const text: JsonSchema = { type: written }
const wikidataId = (pattern: string): JsonSchema => ({ type: 'string', pattern })

type ValueSchema = (property: Property, ontology: Ontology) => JsonSchema

/** One row for each datatype: what its values look like. */
const values: Readonly<Record<Datatype, ValueSchema>> = {
  'wikibase-item': (_, { classes, concepts }) => ({
    anyOf: [
      { enum: [...classes.keys(), ...concepts.keys()] },
      { type: 'string', pattern: '^(?:Q[1-9]\\d*|[a-z0-9]+(?:-[a-z0-9]+)*)$' },
    ],
  }),
  'wikibase-property': (_, { properties }) => ({
    anyOf: [{ enum: [...properties.keys()] }, wikidataId('^P[1-9]\\d*$')],
  }),
  'wikibase-lexeme': () => wikidataId('^L[1-9]\\d*$'),
  'wikibase-form': () => wikidataId('^L[1-9]\\d*-F[1-9]\\d*$'),
  'wikibase-sense': () => wikidataId('^L[1-9]\\d*-S[1-9]\\d*$'),
  'entity-schema': () => wikidataId('^E[1-9]\\d*$'),
  string: formatted,
  'external-id': formatted,
  url: () => ({ type: 'string', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s<>"{}|\\\\^`]+$' }),
  commonsMedia: () => ({ type: 'string', pattern: '^[^#<>\\[\\]{}|/]+\\.[A-Za-z0-9]{2,5}$' }),
  'geo-shape': () => ({ type: 'string', pattern: '^Data:.+\\.map$' }),
  'tabular-data': () => ({ type: 'string', pattern: '^Data:.+\\.tab$' }),
  math: formatted,
  'musical-notation': formatted,
  monolingualtext: () => ({
    anyOf: [
      text,
      {
        type: 'object',
        propertyNames: { pattern: languagePattern },
        additionalProperties: text,
        minProperties: 1,
        maxProperties: 1,
      },
    ],
  }),
  quantity: quantitySchema,
  time: () => ({ type: ['string', 'integer'], pattern: `^(?:about )?${timePattern}$` }),
  'globe-coordinate': () => ({
    anyOf: [
      {
        type: 'string',
        pattern: '^[-+]?\\d+(?:\\.\\d+)?\\s*,\\s*[-+]?\\d+(?:\\.\\d+)?(?:\\s*±\\s*\\S+)?$',
      },
      {
        type: 'object',
        properties: {
          latitude: { type: 'number', minimum: -90, maximum: 90 },
          longitude: { type: 'number', minimum: -180, maximum: 180 },
          precision: { type: 'number', exclusiveMinimum: 0 },
          globe: wikidataId('^Q[1-9]\\d*$'),
        },
        required: ['latitude', 'longitude'],
        additionalProperties: false,
      },
    ],
  }),
}

/** Describes the values of a property. */
export const valueSchema = (property: Property, ontology: Ontology): JsonSchema => ({
  anyOf: [values[property.datatype](property, ontology), special],
})

function formatted({ format }: Property): JsonSchema {
  return format === undefined ? text : { type: written, pattern: `^(?:${format})$` }
}

function quantitySchema({ units }: Property, ontology: Ontology): JsonSchema {
  const names = units.flatMap((key) => {
    const unit = ontology.units.get(key)
    return unit ? [...unit.symbols, unit.key, ...unit.labels.values()] : []
  })
  const unit = names.length === 0 ? '' : `\\s*(?:${[...new Set(names)].map(escape).join('|')})`
  return {
    type: names.length === 0 ? written : 'string',
    pattern: `^(?:about )?${number}${bounds}${unit}$`,
  }
}

const escape = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
