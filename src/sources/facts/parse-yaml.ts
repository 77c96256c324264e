import { isCollection, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml'
import type { ParsedNode, Scalar, YAMLMap, YAMLParseError, YAMLSeq } from 'yaml'
import type { Origin } from '../../statements/index.ts'
import { quote } from '../parsed.ts'
import { createPositions } from '../positions.ts'
import type { Report } from '../report.ts'
import { guardYaml } from './guard.ts'
import type { FactNode, MapEntry, MapNode } from './tree.ts'

type Place = (offset: number) => Origin
type YamlNode = ParsedNode | null | undefined

/** After so many, syntax errors are consequences of the first ones. */
const mostSyntaxErrors = 10

/** What helps against the errors that beginners make most, by what the parser says of them. */
const cures: ReadonlyMap<string, string> = new Map([
  [
    'Nested mappings are not allowed in compact mappings',
    ': put a text that holds ": " in quotes, and indent all keys of one map alike',
  ],
  ['Sequence item without - indicator', ': indent all keys of one statement alike'],
  ['Implicit map keys need to be followed by map values', ': write a key as "key: value"'],
  ['Tabs are not allowed as indentation', ': use spaces'],
])

/** What `guardYaml` has reported already. */
const reported: ReadonlySet<string> = new Set(['TAG_RESOLVE_FAILED', 'BAD_ALIAS', 'MULTIPLE_TAGS'])

/**
 * Parses a facts file into nodes that know their place; scalars stay the text that was written, so that `1.50` and
 * `no` are never taken for a number or a boolean. Gives undefined, and reports why, for what is not YAML.
 *
 * @see https://yaml.org/spec/1.2.2/
 */
export function parseYaml(text: string, file: string, report: Report): FactNode | undefined {
  const place = createPositions(text, file)
  if (!guardYaml(text, place, report)) return undefined
  const documents = parseAllDocuments(text, {
    logLevel: 'error',
    merge: false,
    prettyErrors: false,
    resolveKnownTags: false,
    uniqueKeys: false,
  })
  const [document, second] = 'empty' in documents ? [] : documents
  if (!document) return undefined
  const errors = document.errors.filter(({ code }) => !reported.has(code))
  for (const { pos, message } of errors.filter(isFirstAtItsPlace).slice(0, mostSyntaxErrors))
    report.error(place(pos[0]), `Not YAML: ${message}${cures.get(message) ?? ''}`)
  if (second)
    report.error(
      place(second.range[0]),
      'A facts file is one YAML document; put this in a file of its own',
    )
  if (errors.length > 0 || isNothing(document.contents)) return undefined
  return toNode(document.contents, { at: 0, place, report })
}

const isFirstAtItsPlace = (
  error: YAMLParseError,
  index: number,
  errors: readonly YAMLParseError[],
): boolean => error.pos[0] !== errors[index - 1]?.pos[0]

interface Conversion {
  /** Where the node is, when the parser has no node. */
  readonly at: number
  readonly place: Place
  readonly report: Report
}

const isNothing = (node: YamlNode): boolean =>
  !node || (isScalar(node) && node.type === 'PLAIN' && node.value === null)

function toNode(node: YamlNode, conversion: Conversion): FactNode {
  const origin = conversion.place(node?.range[0] ?? conversion.at)
  if (!node || isNothing(node)) return { kind: 'empty', origin }
  if (isScalar(node)) return { kind: 'text', ...scalarText(node), origin }
  if (isSeq(node)) return { kind: 'list', items: toItems(node, conversion), origin }
  if (isMap(node)) return toMap(node, origin, conversion)
  return { kind: 'broken', origin }
}

function scalarText({ source = '', type = 'PLAIN' }: Scalar): { text: string; plain: boolean } {
  const text = type.startsWith('BLOCK') ? source.replace(/\n+$/, '') : source
  return { text, plain: type === 'PLAIN' }
}

const toItems = ({ items, range }: YAMLSeq.Parsed, conversion: Conversion): FactNode[] =>
  items.map((item) =>
    toNode('key' in item ? undefined : (item as YamlNode), { ...conversion, at: range[0] }),
  )

function toMap(map: YAMLMap.Parsed, origin: Origin, conversion: Conversion): MapNode {
  const { place, report } = conversion
  const lines = new Map<string, Origin>()
  const entries: MapEntry[] = []
  for (const { key, value } of map.items) {
    const keyOrigin = place(key.range[0])
    const name = readKey(key, keyOrigin, report)
    if (name === undefined) continue
    const first = lines.get(name)
    if (first) {
      report.error(keyOrigin, `The key ${quote(name)} is here twice, first in line ${first.line}`)
      continue
    }
    lines.set(name, keyOrigin)
    entries.push({
      key: name,
      keyOrigin,
      value: toNode(value, { ...conversion, at: key.range[1] }),
    })
  }
  return { kind: 'map', entries, origin }
}

function readKey(key: ParsedNode, origin: Origin, report: Report): string | undefined {
  const word = isScalar(key) ? key.source : ''
  if (word === '') {
    const found = isCollection(key) ? 'a list or map' : 'nothing'
    report.error(origin, `Expected a word as key, found ${found}`)
    return undefined
  }
  if (word !== '<<') return word
  report.error(origin, 'Merge keys (<<) are not part of the facts format: write the values out')
  return undefined
}
