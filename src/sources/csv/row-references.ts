import { createReference } from '../../statements/index.ts'
import type { Origin, Reference, Snak } from '../../statements/index.ts'
import type { KnownSource, Span } from '../facts/facts-index.ts'
import { findSection, sourceSnaks } from '../facts/reference.ts'
import { checkSpan } from '../facts/span.ts'
import { quote } from '../parsed.ts'
import type { Cell } from './cell.ts'
import { cellTexts, readCellValues } from './row-values.ts'
import type { TableContext } from './table-context.ts'
import type { Variables } from './uri-template.ts'

/** Properties of a reference that together name a place in a source of the site. */
const placeKeys: readonly string[] = ['statedIn', 'section', 'textStart', 'textEnd']

/** Reads the references of a row: cells whose aboutUrl gives the same `#reference…` make one. */
export function readRowReferences(
  cells: readonly Cell[],
  variables: Variables,
  context: TableContext,
): Reference[] {
  const groups = new Map<string, Cell[]>()
  for (const cell of cells) {
    if (cell.column.role?.kind !== 'reference') continue
    const name = cell.column.role.about.expand(variables)
    groups.set(name, [...(groups.get(name) ?? []), cell])
  }
  const references = [...groups.values()].map((group) => readGroup(group, variables, context))
  return references.filter((snaks) => snaks.length > 0).map(createReference)
}

function readGroup(cells: readonly Cell[], variables: Variables, context: TableContext): Snak[] {
  const place = readPlace(cells, variables, context)
  return cells.flatMap((cell) => {
    const key = cell.column.role?.property.key ?? ''
    if (place && key === 'statedIn') return sourceSnaks(place, context)
    if (place && placeKeys.includes(key)) return []
    return readCellValues(cell, variables, context).map(({ snak }) => snak)
  })
}

/** Finds the source that a group names, and checks its section and offsets; undefined for sources of elsewhere. */
function readPlace(cells: readonly Cell[], variables: Variables, context: TableContext) {
  const find = (key: string) => {
    const cell = cells.find(({ column }) => column.role?.property.key === key)
    const [text] = cell ? cellTexts(cell, variables, context) : []
    return cell && text !== undefined ? { text, origin: cell.origin } : undefined
  }
  const stated = find('statedIn')
  const source = stated && findSource(stated.text, context)
  if (!stated || !source) return undefined
  const section = find('section')
  const known = section && findSection(section, source, context)
  const [start, end] = [find('textStart'), find('textEnd')]
  const offsets = readOffsets({ start, end, origin: stated.origin }, context)
  const problem = offsets && checkSpan(offsets, { length: source.length, section: known })
  if (problem !== undefined) context.report.error((start ?? stated).origin, problem)
  return {
    source,
    ...(section && { section: section.text }),
    span: offsets ?? known,
    origin: stated.origin,
  }
}

/** Finds a source by its key or by the id of its entity. */
const findSource = (text: string, { index }: TableContext): KnownSource | undefined =>
  index.sources.get(text) ?? [...index.sources.values()].find(({ entity }) => entity.id === text)

type Text = { readonly text: string; readonly origin: Origin } | undefined

function readOffsets(
  { start, end, origin }: { start: Text; end: Text; origin: Origin },
  { report }: TableContext,
): Span | undefined {
  if (!start && !end) return undefined
  const wrong = [start, end].find((text) => !text || !/^\d{1,15}$/.test(text.text))
  if (!start || !end || wrong) {
    const found = wrong ? `found ${quote(wrong.text)}` : 'found only one'
    report.error(
      wrong?.origin ?? start?.origin ?? origin,
      `Expected textStart and textEnd as numbers, ${found}`,
    )
    return undefined
  }
  const span = { start: Number(start.text), end: Number(end.text) }
  if (span.start < span.end) return span
  report.error(start.origin, `The offsets ${start.text}-${end.text} end before they start`)
  return undefined
}
