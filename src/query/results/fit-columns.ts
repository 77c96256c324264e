/** No column gets narrower than this, so that something of it is seen. */
const NARROWEST = 6

/** Takes room from the widest columns until all fit, each as wide as it needs where that is possible. */
export function fitColumns(widths: readonly number[], room: number): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0)
  if (total <= room) return [...widths]
  let limit = Math.max(...widths)
  const widthAt = (limit: number) => widths.reduce((sum, width) => sum + Math.min(width, limit), 0)
  while (limit > NARROWEST && widthAt(limit) > room) limit -= 1
  // What the last step took too much goes to the columns that were cut.
  let rest = Math.max(0, room - widthAt(limit))
  return widths.map((width) => {
    if (width <= limit || rest === 0) return Math.min(width, limit)
    rest -= 1
    return limit + 1
  })
}
