import type { EntityIdValue, Value, ValueOf, ValueType } from '../../statements/index.ts'
import { wikidata } from '../../vocabulary.ts'

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>

/** Turns the IRI of an entity into its id: `Q42`, `flins`. */
export type IdOf = (iri: string) => string

const calendars = { gregorian: wikidata.gregorian, julian: wikidata.julian } as const

const writers = {
  string: ({ value }) => ['string', value],
  monolingualtext: ({ text, language }) => ['monolingualtext', { text, language }],
  entityid: (value, idOf) => ['wikibase-entityid', writeEntityId(value, idOf)],
  quantity: ({ amount, bounds, unit }) => [
    'quantity',
    {
      amount,
      unit: unit ?? '1',
      ...(bounds && { upperBound: bounds.upper, lowerBound: bounds.lower }),
    },
  ],
  time: ({ time, precision, calendar, timezone = 0, before = 0, after = 0 }) => [
    'time',
    { time, timezone, before, after, precision, calendarmodel: calendars[calendar] },
  ],
  globecoordinate: ({ latitude, longitude, precision, globe }) => [
    'globecoordinate',
    { latitude, longitude, altitude: null, precision: precision ?? null, globe },
  ],
} satisfies {
  [T in ValueType]: (value: ValueOf<T>, idOf: IdOf) => readonly [type: string, value: unknown]
}

/**
 * Writes a value as a `datavalue` of Wikibase JSON.
 *
 * @see https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
 */
export function writeValue(value: Value, idOf: IdOf): Json {
  const write = writers[value.type] as (value: Value, idOf: IdOf) => readonly [string, unknown]
  const [type, written] = write(value, idOf)
  return { value: written, type }
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^P\d+$/, 'property'],
  [/^L\d+$/, 'lexeme'],
  [/^L\d+-F\d+$/, 'form'],
  [/^L\d+-S\d+$/, 'sense'],
  [/^M\d+$/, 'mediainfo'],
  [/^E\d+$/, 'entity-schema'],
]

function writeEntityId({ iri }: EntityIdValue, idOf: IdOf): Json {
  const id = idOf(iri)
  const kind = kinds.find(([pattern]) => pattern.test(id))?.[1] ?? 'item'
  const number = /^[QPL](\d+)$/.exec(id)?.[1]
  return {
    'entity-type': kind,
    ...(number !== undefined && { 'numeric-id': Number(number) }),
    id,
  }
}
