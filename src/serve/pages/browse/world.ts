import { readFileSync } from 'node:fs'
import type { GeoPermissibleObjects } from 'd3-geo'

/**
 * The coasts and borders of the world, one line each: longitude and latitude in tenths of a degree, each point as the
 * difference to the one before. Made from Natural Earth's countries at 1:110 million, which are in the public domain.
 *
 * @see https://www.naturalearthdata.com/downloads/110m-cultural-vectors/
 */
const lines = JSON.parse(readFileSync(new URL('./world.json', import.meta.url), 'utf8')) as {
  readonly coast: readonly string[]
  readonly borders: readonly string[]
}

const decode = (encoded: readonly string[]): GeoPermissibleObjects => ({
  type: 'MultiLineString',
  coordinates: encoded.map((line) => {
    const steps = line.split(' ').map(Number)
    const points: [number, number][] = []
    let [longitude, latitude] = [0, 0]
    for (let at = 0; at < steps.length; at += 2) {
      longitude += steps[at] ?? 0
      latitude += steps[at + 1] ?? 0
      points.push([longitude / 10, latitude / 10])
    }
    return points
  }),
})

/** What maps are drawn on. */
export const world = { coast: decode(lines.coast), borders: decode(lines.borders) } as const
