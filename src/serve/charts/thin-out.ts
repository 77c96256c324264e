import { max, min } from './extent.ts'
import { centreOf } from './moment.ts'
import type { Series, SeriesPoint } from './series.ts'

/**
 * Leaves as many points as can be drawn, in the order of time: where there are more, the lowest and the highest of each
 * stretch of time, so that no peak is lost.
 */
export function thinOut(series: readonly Series[], most: number): readonly Series[] {
  const count = series.reduce((sum, { points }) => sum + points.length, 0)
  const share = Math.floor(most / Math.max(1, series.length))
  return series.map(({ label, points }) => {
    const sorted = [...points].sort((a, b) => centreOf(a.when) - centreOf(b.when))
    return { label, points: count > most ? extremes(sorted, share) : sorted }
  })
}

function extremes(sorted: readonly SeriesPoint[], most: number): readonly SeriesPoint[] {
  if (sorted.length <= most) return sorted
  const centres = sorted.map(({ when }) => centreOf(when))
  const start = min(centres)
  const stretches = Math.floor(most / 2)
  const length = (max(centres) - start) / stretches || 1
  const groups = new Map<number, SeriesPoint[]>()
  for (const [index, point] of sorted.entries()) {
    const at = Math.min(stretches - 1, Math.floor(((centres[index] ?? start) - start) / length))
    const group = groups.get(at)
    if (group) group.push(point)
    else groups.set(at, [point])
  }
  return [...groups.values()].flatMap(lowestAndHighest)
}

function lowestAndHighest(points: readonly SeriesPoint[]): SeriesPoint[] {
  const amounts = points.map(({ amount }) => amount)
  const ends = new Set([amounts.indexOf(min(amounts)), amounts.indexOf(max(amounts))])
  return points.filter((_, index) => ends.has(index))
}
