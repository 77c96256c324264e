import { geoEqualEarth, geoMercator, geoPath } from 'd3-geo'
import type { GeoProjection } from 'd3-geo'
import { visitInSlices } from '../../catalogue/index.ts'
import type { PropertyValue } from '../../catalogue/index.ts'
import { world } from './world.ts'

/** Places close to each other, as one circle. */
export interface PlaceCluster {
  readonly x: number
  readonly y: number
  readonly radius: number
  /** How many entities are there. */
  readonly count: number
  /** The first of them. */
  readonly value: PropertyValue
}

/** A map of places, ready to be drawn. */
export interface PlaceLayout {
  readonly width: number
  readonly height: number
  /** Paths of SVG. */
  readonly coast: string
  readonly borders: string
  readonly clusters: readonly PlaceCluster[]
  /** How many different places there are. */
  readonly places: number
}

const WIDTH = 960
const HEIGHT = 460
/** How near the edge places may be. */
const MARGIN = 60
/** Places in one square of this size are one circle. */
const CELL = 24
/** The least part of the world that a map shows, in degrees, so that something known is on it. */
const LEAST = 14
/** Wider maps show the whole world. */
const WORLD = 100

const EARTH = 'http://www.wikidata.org/entity/Q2'

/** Lays out a map of the places on Earth among values; undefined where there is none. Other requests are answered meanwhile. */
export async function layoutPlaces(
  values: readonly PropertyValue[],
): Promise<PlaceLayout | undefined> {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  await visitInSlices(values, (value) => {
    const place = placeOf(value)
    if (!place) return
    const [longitude, latitude] = place
    bounds.west = Math.min(bounds.west, longitude)
    bounds.east = Math.max(bounds.east, longitude)
    bounds.south = Math.min(bounds.south, latitude)
    bounds.north = Math.max(bounds.north, latitude)
  })
  if (bounds.west > bounds.east) return undefined
  const project = projectionFor(bounds)
  const cells = new Map<
    string,
    { x: number; y: number; places: number; count: number; value: PropertyValue }
  >()
  let places = 0
  await visitInSlices(values, (value) => {
    const place = placeOf(value)
    const point = place && project(place)
    if (!point) return
    places += 1
    const [x, y] = point
    const key = `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`
    const cell = cells.get(key) ?? { x: 0, y: 0, places: 0, count: 0, value }
    cells.set(key, cell)
    cell.x += x
    cell.y += y
    cell.places += 1
    cell.count += value.holders.length
  })
  const most = Math.max(1, ...[...cells.values()].map(({ count }) => count - 1))
  const path = geoPath(project).digits(1)
  return {
    width: WIDTH,
    height: HEIGHT,
    coast: path(world.coast) ?? '',
    borders: path(world.borders) ?? '',
    clusters: [...cells.values()]
      .map((cell) => ({
        x: cell.x / cell.places,
        y: cell.y / cell.places,
        radius: 4 + 8 * Math.sqrt((cell.count - 1) / most),
        count: cell.count,
        value: cell.value,
      }))
      .sort((a, b) => b.radius - a.radius),
    places,
  }
}

function placeOf({ snak }: PropertyValue): [number, number] | undefined {
  if (snak.snakType !== 'value' || snak.value.type !== 'globecoordinate') return undefined
  const { longitude, latitude, globe } = snak.value
  return globe === EARTH ? [longitude, latitude] : undefined
}

interface Bounds {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

function projectionFor({ west, south, east, north }: Bounds): GeoProjection {
  if (east - west > WORLD) {
    return geoEqualEarth().fitSize([WIDTH, HEIGHT], { type: 'Sphere' })
  }
  const [middle, height] = [(south + north) / 2, Math.max(north - south, LEAST) / 2]
  const [centre, width] = [(west + east) / 2, Math.max(east - west, LEAST) / 2]
  const clamp = (latitude: number): number => Math.max(-82, Math.min(82, latitude))
  const corners: [number, number][] = [
    [centre - width, clamp(middle - height)],
    [centre + width, clamp(middle + height)],
  ]
  return geoMercator()
    .fitExtent(
      [
        [MARGIN, MARGIN],
        [WIDTH - MARGIN, HEIGHT - MARGIN],
      ],
      { type: 'MultiPoint', coordinates: corners },
    )
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ])
}
