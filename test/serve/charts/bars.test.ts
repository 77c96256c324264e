import { ok, strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import { MOST_BARS, renderBars } from '../../../src/serve/charts/index.ts'
import { checkWithin, label, ofClass, readDrawing } from './support.ts'

describe('bars', () => {
  it('draws amounts in proportion', () => {
    const bars = [
      { label: 'Flins', amount: 125_400, text: '125,400' },
      { label: 'Bursa', amount: 179_495, text: '179,495' },
    ]
    const drawing = readDrawing(renderBars({ title: 'Units', bars, language: 'en' }))
    const [flins = 0, bursa = 0] = ofClass(drawing, 'bar').map(({ attributes }) =>
      Number(attributes.width),
    )
    ok(Math.abs(bursa / flins - 179_495 / 125_400) < 0.01)
  })

  it('is well-formed and within its bounds, whatever the names and amounts are', () => {
    const bar = fc.record({
      label,
      amount: fc.double({ min: -1e100, max: 1e100, noNaN: true }),
      text: label,
    })
    fc.assert(
      fc.property(fc.array(bar, { minLength: 1, maxLength: 60 }), label, (bars, title) => {
        const drawing = readDrawing(renderBars({ title, bars, language: 'fr' }))
        checkWithin(drawing)
        strictEqual(ofClass(drawing, 'bar').length, Math.min(MOST_BARS, bars.length))
      }),
      { numRuns: 100 },
    )
  })
})
