import type { Origin } from '../statements/index.ts'

/** Makes a function that turns an offset into a text into its line and column, both from 1. */
export function createPositions(text: string, file: string): (offset: number) => Origin {
  const starts = lineStarts(text)
  return (offset) => {
    const line = lastAtMost(starts, offset)
    return { file, line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
