import { ok } from 'node:assert/strict'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import type { SaxesTagPlain } from 'saxes'
import type { Moment } from '../../../src/serve/charts/index.ts'
import type { Markup } from '../../../src/serve/html/html.ts'
import { hostileText } from '../support/hostile-text.ts'

/** An element of a drawing. */
export interface DrawnElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  text: string
}

/** Reads a drawing as XML, which it must be, and checks what holds of every drawing. */
export function readDrawing({ text }: Markup): readonly DrawnElement[] {
  const elements: DrawnElement[] = []
  const open: DrawnElement[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const element = { name, attributes, text: '' }
    elements.push(element)
    open.push(element)
  })
  parser.on('text', (piece) => {
    const element = open.at(-1)
    if (element) element.text += piece
  })
  parser.on('closetag', () => open.pop())
  parser.write(text).close()
  const numbers = elements.flatMap(({ name, attributes }) =>
    name === 'svg' || name === 'rect' || name === 'path' || name === 'text'
      ? Object.values(attributes)
      : [],
  )
  for (const value of numbers) ok(!/NaN|Infinity|undefined|null/.test(value), value)
  for (const { name, attributes } of elements) {
    ok(['svg', 'title', 'desc', 'g', 'path', 'rect', 'text'].includes(name), name)
    ok(!('style' in attributes) && Object.keys(attributes).every((key) => !key.startsWith('on')))
  }
  return elements
}

/** The elements of a class. */
export const ofClass = (elements: readonly DrawnElement[], name: string): DrawnElement[] =>
  elements.filter(({ attributes }) => attributes.class?.split(' ').includes(name))

/** Rectangles lie within the drawing. */
export function checkWithin(elements: readonly DrawnElement[]): void {
  const [, , width = 0, height = 0] = (elements[0]?.attributes.viewBox ?? '').split(' ').map(Number)
  for (const { attributes } of elements.filter(({ name }) => name === 'rect')) {
    const [x = NaN, y = NaN, w = NaN, h = NaN] = ['x', 'y', 'width', 'height'].map((key) =>
      Number(attributes[key]),
    )
    ok(x >= 0 && y >= 0 && w >= 0 && h >= 0, JSON.stringify(attributes))
    ok(x + w <= width + 3 && y + h <= height, JSON.stringify(attributes))
  }
}

/** Names of all kinds, very long ones among them. */
export const label: fc.Arbitrary<string> = fc.oneof(
  hostileText,
  fc.string({ unit: 'binary', maxLength: 40 }),
  hostileText.map((text) => text.repeat(2000).slice(0, 10_000)),
  fc.constantFrom('', 'مصنع رينو في فلين', '漢字'.repeat(80), '\ud800', '\uffff'),
)

/** Moments from the beginning of the world to the far future, known to a month or to a billion years. */
export const moment: fc.Arbitrary<Moment> = fc
  .record({
    year: fc.oneof(
      fc.integer({ min: -14_000_000_000, max: 3000 }),
      fc.integer({ min: 1900, max: 2030 }),
    ),
    length: fc.constantFrom(1 / 12, 1, 1, 10, 100, 1e9),
  })
  .map(({ year, length }) => ({ earliest: year, latest: year + length, text: String(year) }))
