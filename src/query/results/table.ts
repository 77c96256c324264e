import type { Term } from '@rdfjs/types'
import Table from 'cli-table3'
import stringWidth from 'string-width'
import type { Solutions } from '../query-engine.ts'
import { fitColumns } from './fit-columns.ts'
import { makeVisible } from '../../errors.ts'
import type { ResultOptions } from './result-options.ts'
import { createShortener } from '../../rdf/index.ts'

/** Of each column, what is not text: a space on both sides and a line. */
const PADDING = 3

/**
 * Draws solutions as a table for a terminal: prefixed names, plain texts, numbers to the right. What is too long
 * for the width is cut with an ellipsis, and no character of the data controls the terminal.
 */
export async function* solutionsToTable(
  solutions: Solutions,
  { prefixes = {}, width = Infinity }: ResultOptions,
): AsyncGenerator<string> {
  const shorten = createShortener(prefixes)
  const { variables } = solutions
  const rows: Cell[][] = []
  for await (const bindings of solutions) {
    rows.push(variables.map((variable) => toCell(bindings.get(variable), shorten)))
  }
  const head = variables.map(({ value }) => makeVisible(value, ''))
  const widths = head.map((name, column) =>
    rows.reduce(
      (most, row) => Math.max(most, stringWidth(row[column]?.content ?? '')),
      stringWidth(name),
    ),
  )
  const room = width - head.length * PADDING - 1
  const table = new Table({
    head,
    colWidths: fitColumns(widths, room).map((text) => text + PADDING - 1),
    style: { head: [], border: [], compact: true },
  })
  table.push(...rows)
  yield `${table.toString()}\n`
}

/** Says the answer of an ASK query. */
export function booleanToTable(answer: boolean): string {
  return `${String(answer)}\n`
}

type Shorten = ReturnType<typeof createShortener>

interface Cell {
  readonly content: string
  readonly hAlign: 'left' | 'right'
}

function toCell(term: Term | undefined, shorten: Shorten): Cell {
  const content = term ? makeVisible(toText(term, shorten), '') : ''
  const isNumber = term?.termType === 'Literal' && /^[+-]?[\d.]+(?:[eE][+-]?\d+)?$/.test(content)
  return { content, hAlign: isNumber ? 'right' : 'left' }
}

function toText(term: Term, shorten: Shorten): string {
  if (term.termType === 'BlankNode') return `_:${term.value}`
  return (term.termType === 'NamedNode' ? shorten(term.value) : undefined) ?? term.value
}
