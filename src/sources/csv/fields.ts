import type { Origin } from '../../statements/index.ts'
import { quote } from '../parsed.ts'
import type { Report } from '../report.ts'
import { nodeName } from '../facts/tree.ts'
import type { FactNode, MapNode } from '../facts/tree.ts'
import { checkKeys } from './metadata-keys.ts'
import type { DescriptionKind } from './metadata-keys.ts'

/** The members of a JSON object, taken by key and kind; what has another kind is reported. */
export interface Fields {
  readonly origin: Origin
  node(key: string): FactNode | undefined
  text(key: string): string | undefined
  flag(key: string): boolean | undefined
  count(key: string): number | undefined
  /** A text or a list of texts. */
  texts(key: string): readonly string[] | undefined
}

/** Opens a description of CSVW metadata and checks its keys. */
export function openFields(map: MapNode, kind: DescriptionKind, report: Report): Fields {
  checkKeys(map, kind, report)
  return toFields(new Map(map.entries.map(({ key, value }) => [key, value])), map.origin, report)
}

/** Makes fields of nodes by key. */
export function toFields(
  nodes: ReadonlyMap<string, FactNode>,
  origin: Origin,
  report: Report,
): Fields {
  const take = <T>(key: string, what: string, read: (node: FactNode) => T | undefined) => {
    const node = nodes.get(key)
    if (!node || node.kind === 'empty' || node.kind === 'broken') return undefined
    const value = read(node)
    const found = node.kind === 'text' ? quote(node.text) : nodeName[node.kind]
    if (value === undefined)
      report.error(node.origin, `Expected ${what} for ${quote(key)}, found ${found}`)
    return value
  }
  return {
    origin,
    node: (key) => nodes.get(key),
    text: (key) => take(key, 'a text', readText),
    flag: (key) => take(key, 'true or false', readFlag),
    count: (key) => take(key, 'a number', readCount),
    texts: (key) => take(key, 'a text or a list of texts', readTexts),
  }
}

const isLiteral = (node: FactNode, pattern: RegExp): string | undefined =>
  node.kind === 'text' && node.plain && pattern.test(node.text) ? node.text : undefined

const readText = (node: FactNode): string | undefined =>
  node.kind === 'text' && !node.plain ? node.text : undefined

function readFlag(node: FactNode): boolean | undefined {
  const text = isLiteral(node, /^(?:true|false)$/)
  return text === undefined ? undefined : text === 'true'
}

function readCount(node: FactNode): number | undefined {
  const text = isLiteral(node, /^\d{1,6}$/)
  return text === undefined ? undefined : Number(text)
}

function readTexts(node: FactNode): readonly string[] | undefined {
  if (node.kind !== 'list') {
    const text = readText(node)
    return text === undefined ? undefined : [text]
  }
  const texts = node.items.map(readText)
  return texts.every((text) => text !== undefined) ? texts : undefined
}
