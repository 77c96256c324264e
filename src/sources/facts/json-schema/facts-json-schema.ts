import type { Ontology, OntologyTerm, Property } from '../../../rdf/ontology/ontology.ts'
import { iriPattern, languagePattern, timePattern, valueSchema } from './value-schemas.ts'
import type { JsonSchema } from './value-schemas.ts'

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` })
const oneOrMore = (item: JsonSchema): JsonSchema => ({
  anyOf: [item, { type: 'array', items: item, minItems: 1 }],
})
const span = { type: 'string', pattern: '^\\d+-\\d+$' }
const text = { type: ['string', 'number'] }
const idPattern = '^[a-z0-9]+(?:-[a-z0-9]+)*$'

/**
 * Describes facts files as a JSON Schema, by which editors complete and check them: what the ontology has, with its
 * labels and comments as help. Whether ids and sections exist is for `usine` itself to check.
 *
 * @see https://json-schema.org/draft/2020-12
 */
export function factsJsonSchema(ontology: Ontology, languages: readonly string[]): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Facts for usine',
    description: 'A map from entity ids to entities.',
    type: ['object', 'null'],
    propertyNames: { pattern: idPattern },
    additionalProperties: ref('entity'),
    $defs: {
      entity: entitySchema(ontology, languages),
      document: documentSchema,
      terms: termsSchema(text, languages),
      aliases: termsSchema(oneOrMore(text), languages),
      statement: statementSchema(ontology, languages),
      reference: referenceSchema(ontology, languages),
      ...Object.fromEntries(
        [...ontology.properties.values()].map((property) => [
          `property-${property.key}`,
          { description: help(property, languages), ...valueSchema(property, ontology) },
        ]),
      ),
    },
  }
}

function entitySchema({ classes }: Ontology, languages: readonly string[]): JsonSchema {
  const items = [...classes.values()].map((term) => ({
    const: term.key,
    description: help(term, languages),
  }))
  const fields: Readonly<Record<string, JsonSchema>> = {
    type: {
      description: 'What the entity is: one or more classes.',
      ...oneOrMore({ anyOf: items }),
    },
    label: { description: 'Its name in each language.', ...ref('terms') },
    alias: { description: 'Its other names.', ...ref('aliases') },
    description: { description: 'A few words that tell it from others.', ...ref('terms') },
    sameAs: {
      description: 'Its Wikidata id (Q6686), or IRIs of the same thing elsewhere.',
      ...oneOrMore({ type: 'string', pattern: `^[QPL][1-9]\\d*$|${iriPattern}` }),
    },
    from: { description: 'What supports the type.', ...oneOrMore(ref('reference')) },
    document: { description: 'Makes the entity a source for references.', ...ref('document') },
    statements: {
      description: 'What is known about it: one map for each statement.',
      type: 'array',
      items: ref('statement'),
    },
  }
  return { type: 'object', properties: fields, additionalProperties: false }
}

const documentSchema: JsonSchema = {
  type: 'object',
  properties: {
    key: { description: 'What references call the source.', type: 'string', pattern: idPattern },
    sha256: { description: 'Its SHA-256.', type: 'string', pattern: '^[0-9a-fA-F]{64}$' },
    length: { description: 'Its length in characters.', type: 'integer', minimum: 1 },
    sections: {
      description: 'Where each section starts and ends, in characters from 0.',
      type: 'object',
      additionalProperties: span,
    },
  },
  additionalProperties: false,
}

function termsSchema(value: JsonSchema, languages: readonly string[]): JsonSchema {
  const map = {
    type: 'object',
    properties: Object.fromEntries(languages.map((language) => [language, value])),
    propertyNames: { pattern: languagePattern },
    additionalProperties: value,
  }
  return { anyOf: [value, map] }
}

const propertyRefs = ({ properties }: Ontology, languages: readonly string[]) =>
  Object.fromEntries(
    [...properties.values()].map((property) => [
      property.key,
      { description: help(property, languages), ...oneOrMore(ref(`property-${property.key}`)) },
    ]),
  )

function statementSchema(ontology: Ontology, languages: readonly string[]): JsonSchema {
  const end = `(?:${timePattern}|\\.\\.)`
  return {
    description: 'The first key is the property; further keys are its qualifiers.',
    type: 'object',
    minProperties: 1,
    properties: {
      ...propertyRefs(ontology, languages),
      during: {
        description: 'Start and end time: 1952/2009-07; an open end is "..".',
        type: 'string',
        pattern: `^${end}/${end}$`,
      },
      rank: {
        description:
          'Preferred statements are the best known; deprecated ones are known to be wrong.',
        enum: ['preferred', 'normal', 'deprecated'],
      },
      from: { description: 'What supports the statement.', ...oneOrMore(ref('reference')) },
    },
    additionalProperties: false,
  }
}

function referenceSchema(ontology: Ontology, languages: readonly string[]): JsonSchema {
  return {
    description:
      'A source of the site with its section ({ article: lead }), or properties of a source.',
    type: 'object',
    minProperties: 1,
    properties: {
      at: { description: 'Where in the source: characters from 0, such as 210-245.', ...span },
      ...propertyRefs(ontology, languages),
    },
    additionalProperties: { description: 'A section of this source.', ...text },
  }
}

/** The label and comment of a term in the site's first language that has them. */
function help({ key, labels, comments }: OntologyTerm | Property, languages: readonly string[]) {
  const pick = (terms: ReadonlyMap<string, string>): string =>
    [...languages, 'en'].map((language) => terms.get(language)).find(Boolean) ?? ''
  return [pick(labels) || key, pick(comments)].filter(Boolean).join(': ')
}
