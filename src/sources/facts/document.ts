import { didYouMean } from '../nearest.ts'
import { quote } from '../parsed.ts'
import { expectMap, expectText } from './expect.ts'
import type { KnownEntity, KnownSource, Span } from './facts-index.ts'
import { take } from './map-value.ts'
import type { Reading } from './reading.ts'
import { checkSpan, parseSpan } from './span.ts'
import type { FactNode, MapNode } from './tree.ts'

type DocumentReading = Pick<Reading, 'report' | 'ontology'>

/** Keys of `document`. */
export const documentKeys = ['key', 'sha256', 'length', 'sections'] as const

/** Reads `document`, which makes an entity a source that references can name. */
export function readDocument(
  node: FactNode,
  entity: KnownEntity,
  reading: DocumentReading,
): KnownSource | undefined {
  const { report } = reading
  const map = expectMap(node, { what: 'a document such as { key: article }', report })
  if (!map) return undefined
  checkKeys(map, reading)
  const text = (name: string) => {
    const value = map.entries.find(({ key }) => key === name)?.value
    return value && expectText(value, { what: `the ${name} of a document`, report })
  }
  const key = readKey(text('key') ?? { text: entity.id, origin: map.origin }, reading)
  const sha256 = readDigest(text('sha256'), reading)
  const length = readLength(text('length'), reading)
  const sections = readSections(map, length, reading)
  if (key === undefined) return undefined
  return {
    key,
    entity,
    ...(sha256 !== undefined && { sha256 }),
    ...(length !== undefined && { length }),
    ...(sections && { sections }),
    origin: map.origin,
  }
}

type Text = Pick<Extract<FactNode, { kind: 'text' }>, 'text' | 'origin'>

function checkKeys({ entries }: MapNode, { report }: DocumentReading): void {
  for (const { key, keyOrigin } of entries) {
    if ((documentKeys as readonly string[]).includes(key)) continue
    const hint = `${didYouMean(key, documentKeys)}; known: ${documentKeys.join(', ')}`
    report.error(keyOrigin, `Unknown key ${quote(key)} of a document${hint}`)
  }
}

function readKey({ text, origin }: Text, { ontology, report }: DocumentReading) {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text))
    report.error(
      origin,
      `The key ${quote(text)} of a source is not lower-case words such as press-kit`,
    )
  else if (text === 'at' || ontology.properties.has(text))
    report.error(origin, `The key ${quote(text)} of a source means something else in references`)
  else return text
  return undefined
}

function readDigest(digest: Text | undefined, { report }: DocumentReading): string | undefined {
  if (!digest) return undefined
  if (/^[0-9a-f]{64}$/i.test(digest.text)) return digest.text.toLowerCase()
  report.error(
    digest.origin,
    `${quote(digest.text)} is not a SHA-256: expected 64 hexadecimal digits`,
  )
  return undefined
}

function readLength(length: Text | undefined, { report }: DocumentReading): number | undefined {
  if (!length) return undefined
  if (/^[1-9]\d{0,14}$/.test(length.text)) return Number(length.text)
  report.error(length.origin, `${quote(length.text)} is not a length in characters such as 2477`)
  return undefined
}

function readSections({ entries }: MapNode, length: number | undefined, reading: DocumentReading) {
  const { report } = reading
  const node = entries.find(({ key }) => key === 'sections')?.value
  const map = node && expectMap(node, { what: 'sections such as { lead: 0-210 }', report })
  if (!map) return undefined
  const sections = new Map<string, Span>()
  for (const { key, value } of map.entries) {
    const text = expectText(value, { what: 'offsets such as 0-210', report })
    const span = text && take(parseSpan(text.text), text.origin, reading)
    if (!span) continue
    const problem = checkSpan(span, { length })
    if (problem !== undefined) report.error(value.origin, problem)
    sections.set(key, span)
  }
  return sections
}
