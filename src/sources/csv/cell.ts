import type { Origin } from '../../statements/index.ts'
import { quote } from '../parsed.ts'
import type { Report } from '../report.ts'
import type { Column } from './column.ts'

/** What a cell holds: texts as facts would have them; none where it is null. */
export interface Cell {
  readonly column: Column
  readonly texts: readonly string[]
  readonly origin: Origin
}

// eslint-disable-next-line no-control-regex -- text files do not hold control characters.
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/

/**
 * Parses a cell as its column says; undefined where it was wrong and has been reported.
 *
 * @see https://www.w3.org/TR/tabular-data-model/#parsing-cells
 */
export function parseCell(
  text: string,
  column: Column,
  { origin, report }: { origin: Origin; report: Report },
): Cell | undefined {
  const bad = control.exec(text)
  if (bad) {
    report.error(origin, `The cell of ${quote(column.name)} holds a control character`)
    return undefined
  }
  const whole = normalizeSpace(text, column)
  const filled = whole === '' ? column.default : whole
  const parts = split(filled, column)
  const texts = parts.filter((part) => !column.nulls.includes(part))
  if (texts.length === 0 && column.required && !column.virtual) {
    report.error(origin, `The column ${quote(column.name)} is required, and its cell is empty`)
    return undefined
  }
  const values = texts.map((part) => column.type.parse(part))
  for (const value of values)
    if (!value.ok) report.error(origin, `In column ${quote(column.name)}: ${value.problem}`)
  if (!values.every((value) => value.ok)) return undefined
  return { column, texts: values.map(({ value }) => value), origin }
}

const normalizeSpace = (text: string, { type }: Column): string =>
  type.keepsSpace ? text : text.replace(/[\t\r\n ]+/g, ' ').trim()

function split(text: string, { separator, type }: Column): readonly string[] {
  if (separator === undefined || separator === '') return [text]
  if (text === '') return []
  const parts = text.split(separator)
  return type.keepsSpace ? parts : parts.map((part) => part.trim())
}
