import type {
  DecimalText,
  GlobeCoordinateValue,
  QuantityValue,
  TimePrecision,
  TimeValue,
  Value,
} from '../../statements/index.ts'
import { wikidata } from '../../vocabulary.ts'
import type { IdReader } from './entity-id.ts'
import { isIri, toLanguageTag } from './syntax.ts'
import { toInteger, toNumber, toObject, toText } from './shape.ts'
import type { JsonObject } from './shape.ts'
import { unexpected } from './unreadable.ts'

const DECIMAL = /^[+-]?\d+(?:\.\d+)?$/
/** Wikibase's own limit; arithmetic with longer numbers would take long. */
const LONGEST_DECIMAL = 127
const TIME = /^([+-])(\d{1,16})-(\d\d-\d\dT\d\d:\d\d:\d\dZ)$/
const YEAR_DIGITS = 4

/** Reads the value of a snak: one row for each value type of Wikibase JSON. */
const readers: Readonly<Record<string, (value: unknown, ids: IdReader) => Value>> = {
  string: (value) => ({ type: 'string', value: toText(value, 'a text') }),
  'wikibase-entityid': (value, ids) => ({
    type: 'entityid',
    iri: ids.iriOf(toObject(value, 'an entity id as an object')),
  }),
  monolingualtext: (value) => readMonolingualText(toObject(value, 'a text with its language')),
  quantity: (value) => readQuantity(toObject(value, 'a quantity as an object')),
  time: (value) => readTime(toObject(value, 'a time as an object')),
  globecoordinate: (value) => readCoordinate(toObject(value, 'a coordinate as an object')),
}

/**
 * Reads a `datavalue` of Wikibase JSON.
 *
 * @see https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
 */
export function readValue(datavalue: JsonObject, ids: IdReader): Value {
  const type = toText(datavalue.type, 'a value type')
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined
  if (!read) unexpected(`one of the value types ${Object.keys(readers).join(', ')}`, type)
  return read(datavalue.value, ids)
}

function readMonolingualText({ text, language }: JsonObject): Value {
  const tag = toLanguageTag(toText(language, 'a language'))
  if (tag === undefined) unexpected('a language tag', language)
  return { type: 'monolingualtext', text: toText(text, 'a text'), language: tag }
}

function readQuantity({ amount, unit, upperBound, lowerBound }: JsonObject): QuantityValue {
  const upper = upperBound ?? undefined
  const lower = lowerBound ?? undefined
  if ((upper === undefined) !== (lower === undefined)) {
    unexpected('both bounds of a quantity or none', upper ?? lower)
  }
  return {
    type: 'quantity',
    amount: readDecimal(amount),
    ...(upper !== undefined && {
      bounds: { lower: readDecimal(lower), upper: readDecimal(upper) },
    }),
    ...readUnit(unit),
  }
}

function readDecimal(value: unknown): DecimalText {
  if (typeof value !== 'string' || !DECIMAL.test(value)) {
    unexpected('a decimal number with its sign, as a text', value)
  }
  if (value.length > LONGEST_DECIMAL) {
    unexpected(`a decimal number of at most ${LONGEST_DECIMAL} characters`, value)
  }
  const first = value.charCodeAt(0)
  return first === 43 || first === 45 ? value : `+${value}`
}

function readUnit(unit: unknown): { unit?: string } {
  if (unit === '1') return {}
  if (typeof unit !== 'string' || !isIri(unit)) unexpected('a unit: "1" or an IRI', unit)
  return { unit }
}

const calendars = { Q1985727: 'gregorian', Q1985786: 'julian' } as const

function readTime(value: JsonObject): TimeValue {
  const time = normalizeTime(value.time)
  const model = toText(value.calendarmodel, 'a calendar model')
  const id = model.slice(model.lastIndexOf('/') + 1)
  if (!Object.hasOwn(calendars, id)) {
    unexpected(`the Gregorian (Q1985727) or Julian (Q1985786) calendar`, model)
  }
  return {
    type: 'time',
    time,
    precision: toInteger(value.precision, [0, 14]) as TimePrecision,
    calendar: calendars[id as keyof typeof calendars],
    ...optional('timezone', value.timezone),
    ...optional('before', value.before),
    ...optional('after', value.after),
  }
}

/** Old dumps pad years to eleven digits; Wikibase now writes at least four. */
function normalizeTime(value: unknown): string {
  const match = typeof value === 'string' ? TIME.exec(value) : null
  if (!match) unexpected('a time such as +1952-00-00T00:00:00Z', value)
  const [, sign = '', year = '', rest = ''] = match
  const month = Number(rest.slice(0, 2))
  const day = Number(rest.slice(3, 5))
  if (month > 12 || day > 31) unexpected('a month up to 12 and a day up to 31', value)
  return `${sign}${year.replace(/^0+/, '').padStart(YEAR_DIGITS, '0')}-${rest}`
}

function optional<K extends string>(key: K, value: unknown): Partial<Record<K, number>> {
  if (value === undefined || value === null || value === 0) return {}
  const number = toInteger(value, [-1_000_000_000, 1_000_000_000])
  return { [key]: number } as Partial<Record<K, number>>
}

function readCoordinate(value: JsonObject): GlobeCoordinateValue {
  const globe = value.globe ?? wikidata.earth
  if (typeof globe !== 'string' || !isIri(globe)) unexpected('a globe, an IRI', globe)
  return {
    type: 'globecoordinate',
    latitude: toNumber(value.latitude, [-90, 90]),
    longitude: toNumber(value.longitude, [-360, 360]),
    ...(typeof (value.precision ?? undefined) !== 'undefined' && {
      precision: toNumber(value.precision, [-360, 360]),
    }),
    globe,
  }
}
