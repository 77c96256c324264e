import type { Report } from '../report.ts'
import { nodeName } from './tree.ts'
import type { FactNode, ListNode, MapNode, TextNode } from './tree.ts'

interface Expectation {
  /** What is expected, as the message names it: `a map of languages`. */
  readonly what: string
  readonly report: Report
}

/** Takes a node as a text, or reports what was found instead. */
export function expectText(node: FactNode, expectation: Expectation): TextNode | undefined {
  if (node.kind === 'text') return node
  reportMismatch(node, expectation)
  return undefined
}

/** Takes a node as a map with at least one key, or reports what was found instead. */
export function expectMap(node: FactNode, expectation: Expectation): MapNode | undefined {
  if (node.kind === 'map') return node
  reportMismatch(node, expectation)
  return undefined
}

/** Takes a node as a list, or reports what was found instead. */
export function expectList(node: FactNode, expectation: Expectation): ListNode | undefined {
  if (node.kind === 'list') return node
  reportMismatch(node, expectation)
  return undefined
}

/** Takes the items of a list, or the node itself as the only one; an empty list is reported. */
export function oneOrMore(node: FactNode, expectation: Expectation): readonly FactNode[] {
  if (node.kind !== 'list') return [node]
  if (node.items.length === 0)
    expectation.report.error(node.origin, `Expected ${expectation.what}, found an empty list`)
  return node.items
}

function reportMismatch(node: FactNode, { what, report }: Expectation): void {
  if (node.kind === 'broken') return
  report.error(node.origin, `Expected ${what}, found ${nodeName[node.kind]}`)
}
