import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import { readCellType } from '../../../src/sources/csv/cell-type.ts'
import { parseYaml } from '../../../src/sources/facts/parse-yaml.ts'
import { createReport } from '../../../src/sources/report.ts'

type Format = string | Readonly<Record<string, unknown>>

function cellType(datatype: Format) {
  const report = createReport()
  const type = readCellType(parseYaml(JSON.stringify(datatype), 'm.json', report), report)
  deepStrictEqual(report.problems, [])
  return type
}

const german = { base: 'decimal', format: { decimalChar: ',', groupChar: '.' } }
const pattern = (text: string) => ({ base: 'number', format: text })
const date = (format: string) => ({ base: 'date', format })

const read: [Format, string, string][] = [
  ['integer', '2100', '2100'],
  ['integer', '+007', '7'],
  ['decimal', '1.50', '1.50'],
  ['decimal', '.5', '0.5'],
  ['decimal', '-5.', '-5'],
  ['number', '1.5E3', '1500'],
  ['number', '50%', '0.5'],
  ['number', '5‰', '0.005'],
  [german, '1.234.567,50', '1234567.50'],
  [pattern('#,##0.00'), '1,234.50', '1234.50'],
  [pattern('000'), '042', '42'],
  ['gYear', '1953', '1953'],
  ['gYear', '-0044', '-0044'],
  ['gYearMonth', '2009-11', '2009-11'],
  ['date', '2009-11-05', '2009-11-05'],
  [date('dd/MM/yyyy'), '05/11/2009', '2009-11-05'],
  [date('M-d-yyyy'), '11-5-2009', '2009-11-05'],
  [date('yyyyMMdd'), '20091105', '2009-11-05'],
  ['string', ' a ', ' a '],
  [{ base: 'string', format: '[A-Z]+' }, 'ABC', 'ABC'],
  [{ base: 'string', maxLength: 3 }, 'a😀b', 'a😀b'],
  [{ base: 'integer', minimum: 0, maxExclusive: 10 }, '9', '9'],
  [{ base: 'gYear', minInclusive: '1952' }, '1952', '1952'],
]

const refused: [Format, string][] = [
  ['integer', '1.5'],
  ['integer', '2,100'],
  ['integer', ''],
  ['integer', 'NaN'],
  ['byte', '128'],
  ['nonNegativeInteger', '-1'],
  ['decimal', '1.2.3'],
  ['number', '1E999'],
  [german, '1.23'],
  [pattern('0.00'), '1.5'],
  [pattern('#0'), '1.5'],
  ['gYear', '53'],
  ['gYear', '0000'],
  ['date', '2009-02-30'],
  [date('d.M.yyyy'), '2009-11-05'],
  [{ base: 'string', format: '[A-Z]+' }, 'ABc'],
  [{ base: 'string', length: 2 }, 'a'],
  [{ base: 'integer', minimum: 0, maxExclusive: 10 }, '10'],
  [{ base: 'gYear', minExclusive: '1952' }, '1952'],
]

describe('readCellType', () => {
  for (const [datatype, text, expected] of read) {
    it(`reads ${JSON.stringify(text)} as ${JSON.stringify(datatype)}`, () => {
      deepStrictEqual(cellType(datatype).parse(text), { ok: true, value: expected })
    })
  }

  for (const [datatype, text] of refused) {
    it(`refuses ${JSON.stringify(text)} as ${JSON.stringify(datatype)}`, () => {
      strictEqual(cellType(datatype).parse(text).ok, false)
    })
  }

  it('reads any integer, with and without groups', () => {
    const grouped = cellType({ base: 'integer', format: { groupChar: ' ' } })
    fc.assert(
      fc.property(fc.bigInt(), (number) => {
        const text = number.toString().replace(/\B(?=(\d{3})+$)/g, ' ')
        deepStrictEqual(grouped.parse(text), { ok: true, value: number.toString() })
        ok(cellType('integer').parse(number.toString()).ok)
      }),
    )
  })

  it('never throws', () => {
    const types = ['number', 'date', 'gYear', 'string'].map(cellType)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const type of types) type.parse(text)
      }),
    )
  })
})
