import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { chooseChart } from '../../../../src/serve/pages/answers/choose-chart.ts'
import { columnsOf, titleOf } from '../../../../src/serve/pages/answers/columns.ts'
import type { JsonTerm } from '../../../../src/serve/pages/answers/json-answer.ts'
import { xsd } from '../../../../src/vocabulary.ts'

const iri = (id: string): JsonTerm => ({ type: 'uri', value: `https://a.example/${id}` })
const text = (value: string): JsonTerm => ({ type: 'literal', value })
const whole = (value: number): JsonTerm => ({
  type: 'literal',
  value: String(value),
  datatype: xsd.integer,
})
const date = (value: string): JsonTerm => ({ type: 'literal', value, datatype: xsd.date })

/** One row of an answer, and the chart that fits. */
const cases: readonly (readonly [
  string,
  Readonly<Record<string, JsonTerm>>,
  string | undefined,
])[] = [
  ['a year and an amount', { year: whole(1953), employees: whole(2100) }, 'series'],
  ['a date and an amount', { day: date('1953-01-02'), units: whole(7) }, 'series'],
  [
    'years called a start and an end',
    { product: iri('clio'), from: whole(1990), until: whole(2020), years: whole(30) },
    'timeline',
  ],
  ['a name and a start', { name: text('x'), startYear: whole(1990) }, 'timeline'],
  ['a name and an amount', { factory: iri('flins'), units: whole(125_400) }, 'bars'],
  ['places in a text', { section: text('lead'), start: whole(555), end: whole(577) }, undefined],
  ['a name alone', { factory: iri('flins'), label: text('Flins') }, undefined],
  ['an amount alone', { count: whole(7) }, undefined],
  ['a year alone', { year: whole(1953) }, undefined],
  ['numbers too long for years', { year: whole(123_456), units: whole(1) }, undefined],
  ['numbers that are text', { name: text('x'), units: text('7') }, undefined],
]

const columns = (row: Readonly<Record<string, JsonTerm>>) =>
  columnsOf({ head: { vars: Object.keys(row) }, results: { bindings: [row, row] } })

describe('chart of an answer', () => {
  for (const [what, row, expected] of cases) {
    it(`is ${expected ?? 'none'} for ${what}`, () => {
      strictEqual(chooseChart(columns(row))?.kind, expected)
    })
  }
})

describe('columns of an answer', () => {
  it('make one of a thing and its label', () => {
    const row = { product: iri('a'), productLabel: text('A'), year: whole(1960) }
    deepStrictEqual(
      columns(row).map(({ variable, label, title, kind }) => [variable, label, title, kind]),
      [
        ['product', 'productLabel', 'product', 'name'],
        ['year', undefined, 'year', 'year'],
      ],
    )
  })

  const titles: readonly (readonly [string, string])[] = [
    ['productLabel', 'product'],
    ['squareMetres', 'square metres'],
    ['asOf', 'as of'],
    ['made_in', 'made in'],
    ['Label', 'Label'],
    ['usedByURL', 'used by URL'],
    ['x', 'x'],
  ]
  for (const [name, title] of titles) {
    it(`calls ${name} "${title}"`, () => {
      strictEqual(titleOf(name), title)
    })
  }
})
