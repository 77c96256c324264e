import { setImmediate } from 'node:timers/promises'

/** How long one slice of work may hold the loop that answers requests, in milliseconds. */
const SLICE = 4
/** How many items are visited between two looks at the clock. */
const STRIDE = 32

/** Visits items one after the other, and lets requests be answered in between; the clock is looked at after each `stride`. */
export async function visitInSlices<T>(
  items: Iterable<T>,
  visit: (item: T, index: number) => void,
  stride = STRIDE,
): Promise<void> {
  let start = performance.now()
  let index = 0
  for (const item of items) {
    visit(item, index)
    index += 1
    if (index % stride > 0 || performance.now() - start < SLICE) continue
    await setImmediate()
    start = performance.now()
  }
}

/** How many items are sorted at once; longer lists are merged from sorted runs. */
const RUN = 512

/** Sorts as `toSorted` does, stably, and lets requests be answered in between. */
export async function sortInSlices<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
): Promise<readonly T[]> {
  const starts = Array.from({ length: Math.ceil(items.length / RUN) }, (_, run) => run * RUN)
  let runs: (readonly T[])[] = []
  const sortRun = (start: number): void => {
    runs.push(items.slice(start, start + RUN).sort(compare))
  }
  await visitInSlices(starts, sortRun, 1)
  while (runs.length > 1) {
    const merged: (readonly T[])[] = []
    for (let at = 0; at < runs.length; at += 2) {
      const [left = [], right] = [runs[at], runs[at + 1]]
      merged.push(right ? await merge(left, right, compare) : left)
    }
    runs = merged
  }
  return runs[0] ?? []
}

async function merge<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (a: T, b: T) => number,
): Promise<readonly T[]> {
  const merged: T[] = []
  let at = 0
  await visitInSlices(left, (item) => {
    for (let next = right[at]; next !== undefined && compare(next, item) < 0; next = right[at]) {
      merged.push(next)
      at += 1
    }
    merged.push(item)
  })
  await visitInSlices(right.slice(at), (item) => merged.push(item))
  return merged
}
