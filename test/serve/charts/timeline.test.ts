import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import {
  MOST_TIMELINE_ROWS,
  renderTimeline,
  toMoment,
  yearToMoment,
} from '../../../src/serve/charts/index.ts'
import type { TimelineRow } from '../../../src/serve/charts/index.ts'
import { checkWithin, label, moment, ofClass, readDrawing } from './support.ts'

const year = (count: number) => yearToMoment(count, String(count))
const draw = (rows: readonly TimelineRow[]) =>
  readDrawing(renderTimeline({ title: 'Products', rows, language: 'en' }))
const ends = (attributes: Readonly<Record<string, string>> | undefined) => {
  const x = Number(attributes?.x)
  return [x, x + Number(attributes?.width)] as const
}

describe('timeline', () => {
  it('draws a bar from the first year to the last, in proportion', () => {
    const drawing = draw([
      { label: 'Dauphine', marks: [{ from: year(1956), until: year(1967) }] },
      { label: 'Zoe', marks: [{ from: year(2012), until: year(2023) }] },
    ])
    const [first, second] = ofClass(drawing, 'bar').map(({ attributes }) => ends(attributes))
    ok(first && second)
    ok(Math.abs(first[1] - first[0] - (second[1] - second[0])) < 0.1)
    ok(first[1] < second[0])
  })

  it('marks a year in its middle, so that bars of that year reach over it', () => {
    const drawing = draw([{ label: 'one', marks: [{ from: year(1960), until: year(1970) }] }])
    const tick = drawing.find(({ name, text }) => name === 'text' && text === '1960')
    const [start, end] = ends(ofClass(drawing, 'bar')[0]?.attributes)
    const x = Number(tick?.attributes.x)
    ok(start < x && x < end)
    ok(Math.abs(x - start - (end - start) / 22) < 0.1)
  })

  it('draws a point as a diamond, and an end that is not known dashed', () => {
    const drawing = draw([
      { label: 'point', marks: [{ at: year(2013) }] },
      { label: 'open', marks: [{ from: year(2015) }] },
      { label: 'closed', marks: [{ until: year(2011) }] },
    ])
    strictEqual(ofClass(drawing, 'point').length, 1)
    strictEqual(ofClass(drawing, 'open').length, 2)
    const words = drawing.filter(({ name }) => name === 'text').map(({ text }) => text)
    ok(words.includes('from 2015') && words.includes('until 2011'))
  })

  it('draws what is known to the decade hollow', () => {
    const time = { type: 'time', time: '+1952-00-00T00:00:00Z', calendar: 'gregorian' } as const
    const decade = toMoment({ ...time, precision: 8 }, 'en')
    ok(decade)
    const drawing = draw([{ label: 'one', marks: [{ from: decade, until: year(1970) }] }])
    const [vague] = ofClass(drawing, 'vague').map(({ attributes }) => ends(attributes))
    const [bar] = ofClass(drawing, 'bar').map(({ attributes }) => ends(attributes))
    ok(vague && bar && Math.abs(vague[1] - bar[0]) < 0.1)
  })

  it('tells what is seen', () => {
    const drawing = draw([{ label: 'Dauphine', marks: [{ from: year(1956), until: year(1967) }] }])
    strictEqual(drawing[0]?.attributes.role, 'img')
    deepStrictEqual(
      drawing.filter(({ name }) => name === 'desc').map(({ text }) => text),
      ['Products: Dauphine 1956–1967'],
    )
  })

  it('has no more rows than fit, however many there are', () => {
    const rows = Array.from({ length: 5000 }, (_, at) => ({
      label: `thing ${at}`,
      marks: [{ from: year(1900 + (at % 100)), until: year(2010) }],
    }))
    const drawing = renderTimeline({ title: 'many', rows, language: 'fr' })
    strictEqual(ofClass(readDrawing(drawing), 'bar').length, MOST_TIMELINE_ROWS)
    ok(drawing.text.length < 40_000)
    match(drawing.text, /et 28 de plus/)
  })

  it('is well-formed and within its bounds, whatever the names and years are', () => {
    const mark = fc.oneof(
      moment.map((at) => ({ at })),
      fc.record({ from: moment, until: fc.option(moment, { nil: undefined }) }),
      fc.record({ until: moment }),
    )
    const row = fc.record({ label, marks: fc.array(mark, { minLength: 1, maxLength: 40 }) })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), label, (rows, title) => {
        checkWithin(readDrawing(renderTimeline({ title, rows, language: 'fr' })))
      }),
      { numRuns: 150 },
    )
  })
})
