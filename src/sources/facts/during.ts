import type { Snak, TimeValue } from '../../statements/index.ts'
import { quote } from '../parsed.ts'
import { expectText } from './expect.ts'
import { take } from './map-value.ts'
import { requireProperty } from './reading.ts'
import type { Reading } from './reading.ts'
import { toSnak } from './snak.ts'
import type { FactNode, TextNode } from './tree.ts'
import { parseTime } from './values/time.ts'

/** What an end that is not known, or has not come yet, is written as. */
const open = '..'

/**
 * Reads an interval (`1952/2009-07`, `1990/..`) as the qualifiers start time and end time.
 *
 * @see https://www.loc.gov/standards/datetime/ for the open ends of ISO 8601-2
 */
export function readDuring(node: FactNode, reading: Reading): Snak[] {
  const { report } = reading
  const interval = expectText(node, { what: 'an interval such as 1952/2009-07', report })
  if (!interval) return []
  const [start = '', end, more] = interval.text.split('/')
  if (end === undefined || more !== undefined || (start === open && end === open)) {
    report.error(
      interval.origin,
      `${quote(interval.text)} is not an interval: expected one such as 1952/2009-07 or 1990/..`,
    )
    return []
  }
  const from = readEnd(start, interval, reading)
  const to = readEnd(end, interval, reading)
  if (from && to && isAfter(from, to))
    report.error(interval.origin, `The interval ${quote(interval.text)} ends before it starts`)
  return [
    ...endSnak('startTime', from, interval, reading),
    ...endSnak('endTime', to, interval, reading),
  ]
}

const readEnd = (text: string, { origin }: TextNode, reading: Reading): TimeValue | undefined =>
  text === open ? undefined : take(parseTime(text), origin, reading)

function endSnak(key: string, time: TimeValue | undefined, { origin }: TextNode, reading: Reading) {
  const property = time && requireProperty(key, origin, reading)
  return property ? [toSnak(property, time)] : []
}

/** Compares the parts of two times that both have. */
function isAfter(a: TimeValue, b: TimeValue): boolean {
  const partsOfB = parts(b)
  for (const [index, part] of parts(a).entries()) {
    const other = partsOfB[index] ?? 0
    if (part === 0 || other === 0) return false
    if (part !== other) return part > other
  }
  return false
}

function parts({ time, precision }: TimeValue): number[] {
  const [, year, month, day] = /^([-+]\d+)-(\d\d)-(\d\d)/.exec(time) ?? []
  const scale = { 6: 1000, 7: 100, 8: 10 }[precision as number] ?? 1
  return scale > 1 ? [Number(year) + scale] : [Number(year), Number(month), Number(day)]
}
