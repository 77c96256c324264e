import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import { MOST_POINTS, renderSeries, yearToMoment } from '../../../src/serve/charts/index.ts'
import type { Series, SeriesPoint } from '../../../src/serve/charts/index.ts'
import { checkWithin, label, moment, ofClass, readDrawing } from './support.ts'

const point = (year: number, amount: number): SeriesPoint => ({
  when: yearToMoment(year, String(year)),
  amount,
  text: amount.toLocaleString('en'),
})
const draw = (series: readonly Series[], title = 'Employees, Flins Renault Factory') =>
  readDrawing(renderSeries({ title, series, language: 'en' }))
const height = (element: { readonly attributes: Readonly<Record<string, string>> } | undefined) =>
  Number(element?.attributes.height)

describe('series', () => {
  const employees = [{ label: '', points: [point(1953, 2100), point(1962, 10_600)] }]

  it('draws two amounts as columns in proportion, without a line between them', () => {
    const drawing = draw(employees)
    const [first, second] = ofClass(drawing, 'bar')
    ok(Math.abs(height(second) / height(first) - 10_600 / 2100) < 0.05)
    strictEqual(ofClass(drawing, 'line').length, 0)
    const texts = drawing.filter(({ name }) => name === 'text').map(({ text }) => text)
    for (const text of ['2,100', '10,600', '1953', '1962']) ok(texts.includes(text), text)
  })

  it('tells what is seen', () => {
    deepStrictEqual(
      draw(employees)
        .filter(({ name }) => name === 'desc')
        .map(({ text }) => text),
      ['Employees, Flins Renault Factory: 2,100 in 1953, 10,600 in 1962'],
    )
  })

  it('tells series apart by shape and name', () => {
    const drawing = draw([
      { label: 'Clio', points: [point(2009, 125_400)] },
      { label: 'Zoe', points: [point(2013, 129_884)] },
    ])
    const shapes = ofClass(drawing, 'point').map(({ attributes }) => attributes.d)
    strictEqual(new Set(shapes).size, 2)
    const texts = drawing.filter(({ name }) => name === 'text').map(({ text }) => text)
    ok(texts.includes('Clio') && texts.includes('Zoe'))
  })

  it('shows amounts that disagree beside each other', () => {
    const columns = ofClass(
      draw([{ label: '', points: [point(1953, 2100), point(1953, 2500)] }]),
      'bar',
    )
    const [first, second] = columns.map(({ attributes }) => Number(attributes.x))
    ok(first !== undefined && second !== undefined && Math.abs(second - first) >= 8)
  })

  it('joins many points by a line, dashed where nothing is known for long', () => {
    const years = [...Array(20).keys()].map((at) => (at < 10 ? 1900 + at : 1950 + at))
    const drawing = draw([{ label: '', points: years.map((year, at) => point(year, at * at)) }])
    strictEqual(ofClass(drawing, 'line').length, 3)
    strictEqual(ofClass(drawing, 'gap').length, 1)
    strictEqual(ofClass(drawing, 'bar').length, 0)
  })

  it('keeps the peaks of more points than can be drawn', () => {
    const points = Array.from({ length: 20_000 }, (_, at) =>
      point(at, at === 12_345 ? 1_000_000 : at % 7),
    )
    const drawing = renderSeries({ title: 'x', series: [{ label: '', points }], language: 'en' })
    const elements = readDrawing(drawing)
    ok(ofClass(elements, 'point').length <= MOST_POINTS)
    ok(elements.some(({ text }) => text === '1,000,000'))
    ok(drawing.text.length < 60_000)
  })

  it('is well-formed and within its bounds, whatever the names, times and amounts are', () => {
    const amount = fc.oneof(
      fc.double({ min: -1e100, max: 1e100, noNaN: true }),
      fc.integer({ min: -5, max: 5 }),
    )
    const anyPoint = fc.record({ when: moment, amount, text: label })
    const series = fc.record({ label, points: fc.array(anyPoint, { minLength: 1, maxLength: 30 }) })
    fc.assert(
      fc.property(fc.array(series, { minLength: 1, maxLength: 9 }), label, (all, title) => {
        checkWithin(readDrawing(renderSeries({ title, series: all, language: 'fr' })))
      }),
      { numRuns: 150 },
    )
  })
})
