import type { Origin } from '../../statements/index.ts'

/** A text as it was written; numbers and dates are texts too. `plain` tells words without quotes from quoted ones. */
export interface TextNode {
  readonly kind: 'text'
  readonly text: string
  readonly plain: boolean
  readonly origin: Origin
}

export interface ListNode {
  readonly kind: 'list'
  readonly items: readonly FactNode[]
  readonly origin: Origin
}

export interface MapEntry {
  readonly key: string
  readonly keyOrigin: Origin
  readonly value: FactNode
}

export interface MapNode {
  readonly kind: 'map'
  readonly entries: readonly MapEntry[]
  readonly origin: Origin
}

/** Nothing was written where a value belongs. */
interface EmptyNode {
  readonly kind: 'empty'
  readonly origin: Origin
}

/** Something that was reported already. */
interface BrokenNode {
  readonly kind: 'broken'
  readonly origin: Origin
}

/** A node of a facts file, with its place. */
export type FactNode = TextNode | ListNode | MapNode | EmptyNode | BrokenNode

/** Names what was found where something else was expected. */
export const nodeName = {
  text: 'a text',
  list: 'a list',
  map: 'a map',
  empty: 'nothing',
  broken: 'a broken value',
} as const satisfies Record<FactNode['kind'], string>
