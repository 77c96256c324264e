import { deepStrictEqual, match, ok } from 'node:assert/strict'
import fc from 'fast-check'
import type { QuantityValue } from '../../../../src/statements/index.ts'
import { parseQuantity, quantityToText } from '../../../../src/sources/facts/index.ts'
import { testBase, testOntology as ontology } from '../../../support/ontology.ts'

const context = (key: string) => ({ ontology, property: ontology.properties.get(key)! })
const ha = 'http://www.wikidata.org/entity/Q35852'
const km2 = 'http://www.wikidata.org/entity/Q712226'
const km = `${testBase}ontology/km`

const read: [string, string, Omit<QuantityValue, 'type'>][] = [
  ['area', '237 ha', { amount: '+237', unit: ha }],
  ['area', '237ha', { amount: '+237', unit: ha }],
  ['area', '237 hectares', { amount: '+237', unit: ha }],
  ['area', '237 Hectare', { amount: '+237', unit: ha }],
  ['area', '1.5 km²', { amount: '+1.5', unit: km2 }],
  ['area', '1.50 km2', { amount: '+1.50', unit: km2 }],
  ['area', '16 850 000 ha', { amount: '+16850000', unit: ha }],
  [
    'area',
    '237 ± 0.5 ha',
    { amount: '+237', bounds: { lower: '+236.5', upper: '+237.5' }, unit: ha },
  ],
  ['area', '237 +/- 1 ha', { amount: '+237', bounds: { lower: '+236', upper: '+238' }, unit: ha }],
  [
    'area',
    '237 [236..239.5] ha',
    { amount: '+237', bounds: { lower: '+236', upper: '+239.5' }, unit: ha },
  ],
  ['distance', '-0.10 km', { amount: '-0.10', unit: km }],
  ['employees', '2100', { amount: '+2100' }],
  ['employees', '2,100', { amount: '+2100' }],
  ['employees', '16,850,000.25', { amount: '+16850000.25' }],
  ['employees', '16\u202f850\u00a0000', { amount: '+16850000' }],
  ['employees', '\u22125', { amount: '-5' }],
  ['employees', '-0', { amount: '+0' }],
  ['employees', '1 ± 1', { amount: '+1', bounds: { lower: '+0', upper: '+2' } }],
  ['employees', '0.1 ± 0.2', { amount: '+0.1', bounds: { lower: '-0.1', upper: '+0.3' } }],
]

const refused: [string, string, RegExp][] = [
  ['employees', '1,5', /"1,5" is not a number: write 1\.5/],
  ['employees', '0,500', /write 0\.500/],
  ['employees', '1.234.567', /write 1,234,567/],
  ['employees', '1.234,5', /write 1234\.5/],
  ['employees', '16,85,000', /groups of three/],
  ['employees', '1,000 000', /groups of three/],
  ['employees', '007', /write 7, without leading zeros/],
  ['employees', '.5', /"\.5" is not a number: write 0\.5/],
  ['employees', '1e6', /write the number out/],
  ['employees', 'many', /"many" is not a quantity: expected a number such as 16,850,000/],
  ['employees', '', /is not a quantity/],
  ['employees', '2,100 people', /"employees" carries no unit: leave out "people"/],
  ['employees', '9'.repeat(400), /longer than a number can be/],
  ['area', '237', /The unit is missing: "area" is measured in ha, km2, m2/],
  [
    'area',
    '237 hecatres',
    /Unknown unit "hecatres" - did you mean "hectares"\?; "area" is measured in ha/,
  ],
  ['area', '237 km', /The unit "km" does not fit: "area" is measured in ha, km2, m2/],
  ['area', '237 [238..239] ha', /does not hold 237/],
  ['area', '237 ± -1 ha', /must not be negative/],
]

const digits = fc.stringMatching(/^(?:0|[1-9]\d{0,20})(?:\.\d{1,9})?$/)
const sign = fc.constantFrom('+', '-')
const amounts = fc
  .tuple(sign, digits)
  .map(([s, text]) => (/[1-9]/.test(text) ? s + text : `+${text}`))
const bigger = (amount: string) => `+1${amount.slice(1).replace(/\..*/, '')}1.0`
const quantities = fc.record({
  amount: amounts,
  bounded: fc.boolean(),
  unit: fc.constantFrom(undefined, ha, km2),
})

describe('parseQuantity', () => {
  for (const [key, text, expected] of read) {
    it(`reads "${text}"`, () => {
      deepStrictEqual(parseQuantity(text, context(key)), {
        ok: true,
        value: { type: 'quantity', ...expected },
      })
    })
  }

  for (const [key, text, message] of refused) {
    it(`refuses "${text.slice(0, 30)}" as ${key}`, () => {
      const result = parseQuantity(text, context(key))
      ok(!result.ok)
      match(result.problem, message)
    })
  }

  it('reads what quantityToText writes', () => {
    fc.assert(
      fc.property(quantities, ({ amount, bounded, unit }) => {
        const quantity: QuantityValue = {
          type: 'quantity',
          amount,
          ...(bounded && { bounds: { lower: amount, upper: bigger(amount) } }),
          ...(unit !== undefined && { unit }),
        }
        const text = quantityToText(quantity, ontology)
        deepStrictEqual(parseQuantity(text, context(unit === undefined ? 'employees' : 'area')), {
          ok: true,
          value: quantity,
        })
      }),
    )
  })

  it('writes the text again that it read with bounds', () => {
    fc.assert(
      fc.property(amounts, digits, (amount, error) => {
        const first = parseQuantity(`${amount} ± ${error}`, context('employees'))
        ok(first.ok)
        const second = parseQuantity(quantityToText(first.value, ontology), context('employees'))
        deepStrictEqual(second, first)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseQuantity(text, context('area'))
      }),
    )
  })
})
