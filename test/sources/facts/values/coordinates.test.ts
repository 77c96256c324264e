import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import type { GlobeCoordinateValue } from '../../../../src/statements/index.ts'
import { coordinatesToText, parseCoordinates } from '../../../../src/sources/facts/index.ts'
import { wikidata } from '../../../../src/vocabulary.ts'

const refused: [string, RegExp][] = [
  ['91, 1.86', /The latitude 91 is not between -90 and 90 degrees/],
  ['48.98, 181', /The longitude 181 is not between -180 and 180 degrees/],
  ['48.98', /expected latitude and longitude/],
  ['48,98, 1,86', /expected latitude and longitude/],
  ['48°58′N 1°51′E', /expected latitude and longitude/],
  ['48.98, 1.86 ± 0', /more than 0 degrees/],
  ['48.98, east', /"east" is not a number of degrees/],
]

const degrees = (most: number) =>
  fc.double({ min: -most, max: most, noNaN: true }).map((value) => (value === 0 ? 0 : value))
const places = fc.record({
  latitude: degrees(90),
  longitude: degrees(180),
  precision: fc.option(fc.double({ min: 1e-9, max: 10, noNaN: true }), { nil: undefined }),
})

describe('parseCoordinates', () => {
  it('reads latitude before longitude', () => {
    deepStrictEqual(parseCoordinates('48.98, 1.86'), {
      ok: true,
      value: { type: 'globecoordinate', latitude: 48.98, longitude: 1.86, globe: wikidata.earth },
    })
  })

  for (const [text, message] of refused) {
    it(`refuses "${text}"`, () => {
      const result = parseCoordinates(text)
      ok(!result.ok)
      match(result.problem, message)
    })
  }

  it('writes no exponent', () => {
    const place = { type: 'globecoordinate', latitude: 1e-7, longitude: 0, globe: '' } as const
    strictEqual(coordinatesToText(place), '0.0000001, 0')
  })

  it('reads what coordinatesToText writes', () => {
    fc.assert(
      fc.property(places, ({ latitude, longitude, precision }) => {
        const value: GlobeCoordinateValue = {
          type: 'globecoordinate',
          latitude,
          longitude,
          globe: wikidata.earth,
          ...(precision !== undefined && { precision }),
        }
        deepStrictEqual(parseCoordinates(coordinatesToText(value)), { ok: true, value })
      }),
    )
  })
})
