import { deepStrictEqual, ok } from 'node:assert/strict'
import type { Quad } from '@rdfjs/types'
import { Writer } from 'n3'
import { isomorphic } from 'rdf-isomorphic'

/** Asserts that two lists of quads are the same set, up to the names of blank nodes. */
export function assertSameQuads(actual: readonly Quad[], expected: readonly Quad[]): void {
  if (isomorphic([...actual], [...expected])) return
  deepStrictEqual(toLines(actual), toLines(expected))
  ok(false, 'the quads differ in their blank nodes')
}

const toLines = (quads: readonly Quad[]): string[] => {
  const writer = new Writer({ format: 'N-Quads' })
  return [...new Set(quads.map((quad) => writer.quadsToString([quad])))].sort()
}
