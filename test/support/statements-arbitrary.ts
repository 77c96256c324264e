import fc from 'fast-check'
import { createReference, snakContent, statementId } from '../../src/statements/index.ts'
import type {
  Datatype,
  GlobeCoordinateValue,
  QuantityValue,
  Rank,
  Snak,
  Statement,
  TimePrecision,
  TimeValue,
  Value,
} from '../../src/statements/index.ts'

/** The base IRI of the entities and properties that are generated. */
export const base = 'https://site.example/'

const wikidata = 'http://www.wikidata.org/entity/'

/** Texts as people write them, also with characters that syntaxes escape. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.constantFrom('a "quote"', 'back\\slash', 'line\nbreak', 'tab\t', 'Boulogne-Billancourt'),
)

/** Language tags in lower case, as RDF compares them. */
export const language: fc.Arbitrary<string> = fc.constantFrom('en', 'fr', 'de-at', 'zh-hant', 'mul')

/** Decimals with their sign. */
export const decimal: fc.Arbitrary<string> = fc
  .tuple(
    fc.bigInt({ min: 0n, max: 10n ** 20n }),
    fc.option(fc.stringMatching(/^\d{1,6}$/)),
    fc.boolean(),
  )
  .map(([whole, fraction, isNegative]) => {
    const digits = fraction === null ? String(whole) : `${whole}.${fraction}`
    return `${isNegative && /[1-9]/.test(digits) ? '-' : '+'}${digits}`
  })

const units = ['Q35852', 'Q25343', 'Q712226', 'Q11573', 'Q828224'].map((id) => wikidata + id)

/** Quantities with and without bounds and units. */
export const quantity: fc.Arbitrary<QuantityValue> = fc
  .tuple(decimal, fc.option(fc.tuple(decimal, decimal)), fc.option(fc.constantFrom(...units)))
  .map(([amount, bounds, unit]) => ({
    type: 'quantity',
    amount,
    ...(bounds && { bounds: { lower: bounds[0], upper: bounds[1] } }),
    ...(unit !== null && { unit }),
  }))

const two = (part: number): string => String(part).padStart(2, '0')

/** Times of every precision, in both calendars, before and after the common era. */
export const time: fc.Arbitrary<TimeValue> = fc
  .record({
    sign: fc.constantFrom('+', '-'),
    year: fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 13_800_000_000 })),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    clock: fc.constantFrom('00:00:00Z', '17:45:59Z'),
    precision: fc.integer({ min: 0, max: 14 }),
    calendar: fc.constantFrom('gregorian', 'julian'),
    isPadded: fc.boolean(),
  })
  .map(({ sign, year, month, day, clock, precision, calendar, isPadded }) => {
    const blank = isPadded ? 0 : 1
    const parts = [
      String(year).padStart(4, '0'),
      two(precision > 9 ? month : blank),
      two(precision > 10 ? day : blank),
    ]
    const time = `${sign}${parts.join('-')}T${precision > 11 ? clock : '00:00:00Z'}`
    return { type: 'time', time, precision: precision as TimePrecision, calendar } as const
  })

/** Coordinates on the Earth and the Moon; Wikibase writes fourteen digits of them. */
export const coordinate: fc.Arbitrary<GlobeCoordinateValue> = fc
  .record({
    latitude: fc.integer({ min: -90_000_000, max: 90_000_000 }),
    longitude: fc.integer({ min: -180_000_000, max: 180_000_000 }),
    precision: fc.option(fc.constantFrom(1, 0.1, 0.0001, 0.00001, 0.000001)),
    globe: fc.constantFrom('Q2', 'Q405'),
  })
  .map(({ latitude, longitude, precision, globe }) => ({
    type: 'globecoordinate',
    latitude: latitude / 1e6,
    longitude: longitude / 1e6,
    ...(precision !== null && { precision }),
    globe: wikidata + globe,
  }))

const stringValue = (values: fc.Arbitrary<string>): fc.Arbitrary<Value> =>
  values.map((value) => ({ type: 'string', value }))

const iri: fc.Arbitrary<string> = fc.webUrl({ withQueryParameters: true, withFragments: true })

const trimmed = text.map((value) => value.trim() || 'x')

/** The values of each datatype that facts and Wikidata use. */
export const values = {
  'wikibase-item': fc
    .constantFrom(`${wikidata}Q142`, `${base}entity/flins`)
    .map((value): Value => ({ type: 'entityid', iri: value })),
  string: stringValue(text),
  'external-id': stringValue(trimmed),
  url: stringValue(iri),
  commonsMedia: stringValue(text),
  'geo-shape': stringValue(text.map((name) => `Data:${name}.map`)),
  'tabular-data': stringValue(text.map((name) => `Data:${name}.tab`)),
  math: stringValue(text),
  monolingualtext: fc
    .record({ text, language })
    .map((value): Value => ({ type: 'monolingualtext', ...value })),
  quantity,
  time,
  'globe-coordinate': coordinate,
} as const satisfies Partial<Record<Datatype, fc.Arbitrary<Value>>>

const datatypes = Object.keys(values) as (keyof typeof values)[]

/** The IRI of the property that generated snaks of a datatype have: Wikidata's kind or the site's own. */
export const propertyOf = (datatype: Datatype, isOwn: boolean): string =>
  isOwn
    ? `${base}ontology/p-${datatype.toLowerCase()}`
    : `${wikidata}P${String(1000 + datatypes.indexOf(datatype as keyof typeof values))}`

/** The datatype of a property that was generated. */
export const datatypeOf = (property: string): Datatype | undefined =>
  datatypes.find((datatype) => [true, false].some((own) => propertyOf(datatype, own) === property))

/** Snaks of all kinds. */
export const snak: fc.Arbitrary<Snak> = fc
  .record({
    datatype: fc.constantFrom(...datatypes),
    isOwn: fc.boolean(),
    snakType: fc.oneof(
      { weight: 6, arbitrary: fc.constant('value' as const) },
      fc.constantFrom('somevalue' as const, 'novalue' as const),
    ),
  })
  .chain(({ datatype, isOwn, snakType }): fc.Arbitrary<Snak> => {
    const property = propertyOf(datatype, isOwn)
    if (snakType !== 'value') return fc.constant({ snakType, property, datatype })
    return (values[datatype] as fc.Arbitrary<Value>).map((value) => ({
      snakType,
      property,
      datatype,
      value,
    }))
  })

const snaks = (constraints: { minLength?: number; maxLength: number }): fc.Arbitrary<Snak[]> =>
  fc.uniqueArray(snak, { ...constraints, selector: snakContent })

/** Statements about one subject, with qualifiers, ranks and references; no two make the same claim. */
export const statementsOf = (subject: string): fc.Arbitrary<Statement[]> =>
  fc.uniqueArray(
    fc
      .record({
        mainSnak: snak,
        qualifiers: snaks({ maxLength: 4 }),
        rank: fc.constantFrom<Rank>('preferred', 'normal', 'deprecated'),
        references: fc.array(snaks({ minLength: 1, maxLength: 3 }).map(createReference), {
          maxLength: 2,
        }),
      })
      .map(({ mainSnak, qualifiers, rank, references }) => {
        const claim = { subject, mainSnak, qualifiers: distinct(mainSnak, qualifiers) }
        const id = statementId(subject.slice(subject.lastIndexOf('/') + 1), claim)
        return { id, ...claim, rank, references: uniqueById(references) }
      }),
    { maxLength: 5, selector: ({ id }) => id },
  )

/** A statement of which the main value and a qualifier deny the same property says it only once in RDF. */
const distinct = (mainSnak: Snak, qualifiers: readonly Snak[]): Snak[] =>
  qualifiers.filter(
    ({ snakType, property }) =>
      snakType !== 'novalue' || mainSnak.snakType !== 'novalue' || property !== mainSnak.property,
  )

const uniqueById = <T extends { readonly id: string }>(members: readonly T[]): T[] => [
  ...new Map(members.map((member) => [member.id, member])).values(),
]
