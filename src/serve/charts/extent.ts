/** The greatest of many numbers; arguments would overflow the stack. */
export const max = (numbers: readonly number[]): number =>
  numbers.reduce((greatest, number) => Math.max(greatest, number), -Infinity)

/** The least of many numbers. */
export const min = (numbers: readonly number[]): number =>
  numbers.reduce((least, number) => Math.min(least, number), Infinity)
