import { deepEqual } from 'node:assert/strict'
import { itemWith, read } from './support.ts'

const wd = 'http://www.wikidata.org/entity/'
const time = {
  time: '+1952-00-00T00:00:00Z',
  timezone: 0,
  before: 0,
  after: 0,
  precision: 9,
  calendarmodel: `${wd}Q1985727`,
}
const quantity = { amount: '+10.38', unit: `${wd}Q712226` }
const coordinate = {
  latitude: 48.98,
  longitude: 1.86,
  altitude: null,
  precision: 0.01,
  globe: `${wd}Q2`,
}

/** Values of Wikibase JSON, and what they are read as. */
const values: readonly (readonly [string, unknown, unknown])[] = [
  ['a text', { type: 'string', value: 'a' }, { type: 'string', value: 'a' }],
  [
    'an entity by its id',
    { type: 'wikibase-entityid', value: { 'entity-type': 'item', id: 'Q142' } },
    { type: 'entityid', iri: `${wd}Q142` },
  ],
  [
    'an entity by its number only, as before 2017',
    { type: 'wikibase-entityid', value: { 'entity-type': 'property', 'numeric-id': 31 } },
    { type: 'entityid', iri: `${wd}P31` },
  ],
  [
    'a form, which has no number',
    { type: 'wikibase-entityid', value: { 'entity-type': 'form', id: 'L1883-F1' } },
    { type: 'entityid', iri: `${wd}L1883-F1` },
  ],
  [
    'a quantity without bounds',
    { type: 'quantity', value: quantity },
    { type: 'quantity', amount: '+10.38', unit: `${wd}Q712226` },
  ],
  [
    'a quantity whose bounds are null',
    { type: 'quantity', value: { amount: '+1', unit: '1', upperBound: null, lowerBound: null } },
    { type: 'quantity', amount: '+1' },
  ],
  [
    'a quantity with bounds',
    { type: 'quantity', value: { ...quantity, upperBound: '+10.5', lowerBound: '+10' } },
    {
      type: 'quantity',
      amount: '+10.38',
      bounds: { lower: '+10', upper: '+10.5' },
      unit: `${wd}Q712226`,
    },
  ],
  [
    'a time of a year',
    { type: 'time', value: time },
    { type: 'time', time: '+1952-00-00T00:00:00Z', precision: 9, calendar: 'gregorian' },
  ],
  [
    'a time with a year of eleven digits',
    { type: 'time', value: { ...time, time: '+00000002014-05-01T00:00:00Z', precision: 11 } },
    { type: 'time', time: '+2014-05-01T00:00:00Z', precision: 11, calendar: 'gregorian' },
  ],
  [
    'a time to the second, of old data, with an uncertainty',
    { type: 'time', value: { ...time, precision: 14, before: 1, after: 2, timezone: 60 } },
    {
      type: 'time',
      time: '+1952-00-00T00:00:00Z',
      precision: 14,
      calendar: 'gregorian',
      timezone: 60,
      before: 1,
      after: 2,
    },
  ],
  [
    'a coordinate without precision',
    { type: 'globecoordinate', value: { ...coordinate, precision: null } },
    { type: 'globecoordinate', latitude: 48.98, longitude: 1.86, globe: `${wd}Q2` },
  ],
  [
    'a text in a language',
    { type: 'monolingualtext', value: { text: 'usine', language: 'fr' } },
    { type: 'monolingualtext', text: 'usine', language: 'fr' },
  ],
  [
    'a text in a language whose code is no language tag',
    { type: 'monolingualtext', value: { text: '廠', language: 'zh-classical' } },
    { type: 'monolingualtext', text: '廠', language: 'lzh' },
  ],
]

/** Values that cannot be read, and what is said of them. */
const bad: readonly (readonly [unknown, string])[] = [
  [undefined, 'expected a datavalue, found nothing'],
  [{ type: 'string', value: 5 }, 'expected a text, found 5'],
  [
    { type: 'colour', value: 'red' },
    'expected one of the value types string, wikibase-entityid, monolingualtext, quantity, time, globecoordinate, found "colour"',
  ],
  [
    { type: '__proto__', value: 'x' },
    'expected one of the value types string, wikibase-entityid, monolingualtext, quantity, time, globecoordinate, found "__proto__"',
  ],
  [
    { type: 'wikibase-entityid', value: { id: 'http://x/' } },
    'expected an entity id such as Q42, found "http://x/"',
  ],
  [
    { type: 'wikibase-entityid', value: { 'entity-type': 'constructor', 'numeric-id': 1 } },
    'expected an id, or an entity-type with a numeric-id, found an object with the keys entity-type, numeric-id',
  ],
  [
    { type: 'quantity', value: { ...quantity, amount: 'many' } },
    'expected a decimal number with its sign, as a text, found "many"',
  ],
  [
    { type: 'quantity', value: { ...quantity, amount: 10.38 } },
    'expected a decimal number with its sign, as a text, found 10.38',
  ],
  [
    { type: 'quantity', value: { ...quantity, amount: `+${'9'.repeat(127)}` } },
    `expected a decimal number of at most 127 characters, found "+${'9'.repeat(58)}…`,
  ],
  [
    { type: 'quantity', value: { ...quantity, unit: 'square kilometre' } },
    'expected a unit: "1" or an IRI, found "square kilometre"',
  ],
  [
    { type: 'quantity', value: { ...quantity, upperBound: '+11' } },
    'expected both bounds of a quantity or none, found "+11"',
  ],
  [
    { type: 'time', value: { ...time, time: '1952' } },
    'expected a time such as +1952-00-00T00:00:00Z, found "1952"',
  ],
  [
    { type: 'time', value: { ...time, time: '+1952-13-01T00:00:00Z' } },
    'expected a month up to 12 and a day up to 31, found "+1952-13-01T00:00:00Z"',
  ],
  [
    { type: 'time', value: { ...time, precision: 15 } },
    'expected an integer from 0 to 14, found 15',
  ],
  [
    { type: 'time', value: { ...time, calendarmodel: `${wd}Q12138` } },
    `expected the Gregorian (Q1985727) or Julian (Q1985786) calendar, found "${wd}Q12138"`,
  ],
  [
    { type: 'globecoordinate', value: { ...coordinate, latitude: 91 } },
    'expected a number from -90 to 90, found 91',
  ],
  [
    { type: 'globecoordinate', value: { ...coordinate, longitude: '1.86' } },
    'expected a number from -360 to 360, found "1.86"',
  ],
  [
    { type: 'globecoordinate', value: { ...coordinate, globe: 'Earth' } },
    'expected a globe, an IRI, found "Earth"',
  ],
  [
    { type: 'monolingualtext', value: { text: 'x', language: 'en us' } },
    'expected a language tag, found "en us"',
  ],
]

describe('Wikibase JSON values', () => {
  for (const [name, datavalue, expected] of values) {
    it(`reads ${name}`, async () => {
      const { entities, problems } = await read(itemWith(datavalue))
      deepEqual(problems, [])
      const snak = entities[0]?.statements[0]?.mainSnak
      deepEqual(snak?.snakType === 'value' && snak.value, expected)
    })
  }

  for (const [datavalue, message] of bad) {
    it(`leaves out a statement and says: ${message}`, async () => {
      const { entities, problems } = await read(itemWith(datavalue))
      deepEqual(problems, [`1:48 error: The statement Q1$1 of Q1 is left out: ${message}`])
      deepEqual(entities[0]?.statements, [])
    })
  }
})
