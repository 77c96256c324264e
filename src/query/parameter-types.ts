import type { DataFactory, Term } from '@rdfjs/types'
import { WIKIDATA_ENTITY, xsd } from '../vocabulary.ts'
import type { NamedEntity } from './site-parameters.ts'

/** What values of parameters are read against. */
export interface ParameterContext {
  /** The site's base IRI, ends with a slash. */
  readonly base: string
  readonly factory?: DataFactory
  /** The site's languages: the first one is the default of parameters of type language. */
  readonly languages?: readonly string[]
  /** The properties of the ontology, by key; without them, a property is a Wikidata id or an IRI. */
  readonly properties?: ReadonlyMap<string, { readonly entityIri: string }>
  /** What there is to ask about; without them, an entity is an id, a Wikidata id or an IRI. */
  readonly entities?: readonly NamedEntity[]
  /** The id of the entity that parameters of type entity take when none is given. */
  readonly defaultEntity?: string
}

/** The context of one value, all settled. */
export interface ValueContext extends ParameterContext {
  readonly factory: DataFactory
}

/** The types that the header of a saved query can give a parameter. */
export type ParameterTypeName =
  | 'entity'
  | 'property'
  | 'year'
  | 'date'
  | 'integer'
  | 'decimal'
  | 'string'
  | 'language'
  | 'boolean'
  | 'iri'

/** A type of parameters: what people write for it, and the term it becomes. */
export interface ParameterType {
  /** Completes "expected …". */
  readonly expected: string
  /** Reads a value; undefined when it does not fit. */
  read(text: string, context: ValueContext): Term | undefined
  /** All values there are, where they can be listed, for suggestions. */
  list?(context: ValueContext): Iterable<string>
}

/** Every type of parameters, by name. */
export const parameterTypes = {
  entity: {
    expected: 'the id of an entity such as flins, a Wikidata id such as Q142, or an IRI',
    read: (text, { base, entities, factory }) => {
      if (entities) {
        const known = entities.find(({ names }) => names.includes(text))
        return known && factory.namedNode(known.iri)
      }
      const iri = readWikidataId(text, /^Q[1-9]\d*$/) ?? readIri(text)
      if (iri !== undefined) return factory.namedNode(iri)
      return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
        ? factory.namedNode(`${base}entity/${text}`)
        : undefined
    },
    list: ({ entities = [] }) => entities.flatMap(({ names }) => names),
  },
  property: {
    expected: 'the key of a property such as area, a Wikidata id such as P2046, or an IRI',
    read: (text, { properties, factory }) => {
      const own = properties?.get(text)?.entityIri
      const iri = own ?? readWikidataId(text, /^P[1-9]\d*$/) ?? readIri(text)
      return iri === undefined ? undefined : factory.namedNode(iri)
    },
    list: ({ properties }) => properties?.keys() ?? [],
  },
  // An integer, since it is compared with YEAR(?date).
  year: typed('integer', /^-?\d{4,}$/, 'a year of four digits, such as 1960'),
  date: {
    expected: 'a day of the calendar, such as 1952-10-02',
    read: (text, { factory }) =>
      isDay(text) ? factory.literal(text, factory.namedNode(xsd.date)) : undefined,
  },
  integer: typed('integer', /^[+-]?\d+$/, 'a whole number, such as 2100'),
  decimal: typed('decimal', /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/, 'a number, such as 237.5'),
  string: {
    expected: 'a text',
    read: (text, { factory }) => factory.literal(text),
  },
  language: {
    expected: 'a language tag, such as fr or zh-hans',
    // LANG() gives text, so it is compared with text.
    read: (text, { factory }) =>
      /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(text)
        ? factory.literal(text.toLowerCase())
        : undefined,
  },
  boolean: typed('boolean', /^(?:true|false)$/, 'true or false'),
  iri: {
    expected: 'an IRI, such as http://www.wikidata.org/entity/Q142',
    read: (text, { factory }) => {
      const iri = readIri(text)
      return iri === undefined ? undefined : factory.namedNode(iri)
    },
  },
} satisfies Record<ParameterTypeName, ParameterType>

/** A type whose values are literals that follow a pattern. */
function typed(
  datatype: 'integer' | 'decimal' | 'boolean',
  pattern: RegExp,
  expected: string,
): ParameterType {
  return {
    expected,
    read: (text, { factory }) =>
      pattern.test(text) ? factory.literal(text, factory.namedNode(xsd[datatype])) : undefined,
  }
}

function readWikidataId(text: string, pattern: RegExp): string | undefined {
  return pattern.test(text) ? `${WIKIDATA_ENTITY}${text}` : undefined
}

/** An absolute IRI, without the characters that no IRI may hold. */
function readIri(text: string): string | undefined {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\p{Cc}\s<>"{}|^`\\\p{Surrogate}]+$/u.test(text)
    ? text
    : undefined
}

function isDay(text: string): boolean {
  const [, year, month, day] = /^(-?\d{4,})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined) return false
  const date = new Date(Date.UTC(2000, Number(month) - 1, Number(day)))
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}
