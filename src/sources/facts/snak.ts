import type { Property } from '../../rdf/ontology/ontology.ts'
import type { Snak, Value } from '../../statements/index.ts'
import { quote } from '../parsed.ts'
import { readMapValue } from './map-value.ts'
import type { Reading } from './reading.ts'
import { nodeName } from './tree.ts'
import type { FactNode, TextNode } from './tree.ts'
import { parseValue } from './values/parse-value.ts'

/** A snak, and whether its value was written as `about …`. */
export interface ReadSnak {
  readonly snak: Snak
  readonly circa: boolean
}

/** Reads the value of a property; undefined where it was wrong and has been reported. */
export function readSnak(
  property: Property,
  node: FactNode,
  reading: Reading,
): ReadSnak | undefined {
  if (node.kind === 'text') return readText(property, node, reading)
  if (node.kind === 'broken') return undefined
  const value = node.kind === 'map' ? readMapValue(property, node, reading) : undefined
  if (value) return { snak: toSnak(property, value), circa: false }
  if (node.kind !== 'map')
    reading.report.error(
      node.origin,
      `Expected a value of ${quote(property.key)}, found ${nodeName[node.kind]}`,
    )
  return undefined
}

/** Makes a snak of a value. */
export const toSnak = ({ entityIri, datatype }: Property, value: Value): Snak => ({
  snakType: 'value',
  property: entityIri,
  datatype,
  value,
})

const special: ReadonlyMap<string, 'somevalue' | 'novalue'> = new Map([
  ['somevalue', 'somevalue'],
  ['novalue', 'novalue'],
])

function readText(property: Property, node: TextNode, reading: Reading): ReadSnak | undefined {
  const { entityIri, datatype } = property
  const snakType = node.plain ? special.get(node.text) : undefined
  if (snakType) return { snak: { snakType, property: entityIri, datatype }, circa: false }
  const { text, circa, problem } = splitAbout(node.text, property)
  const value = parseValue(text, { ...reading, property })
  if (problem !== undefined || !value.ok) {
    reading.report.error(node.origin, problem ?? (value.ok ? '' : value.problem))
    return undefined
  }
  return { snak: toSnak(property, value.value), circa }
}

/** Takes `about` off a quantity or time; other words for it are an error that names the right one. */
function splitAbout(text: string, { datatype }: Property) {
  const [, word = '', rest = ''] =
    datatype === 'quantity' || datatype === 'time'
      ? (/^(about|circa|around|approximately|approx\.?|ca?\.|ca\b|~|≈)\s*(\S.*)$/i.exec(text) ?? [])
      : []
  if (word === 'about') return { text: rest, circa: true }
  if (word === '') return { text, circa: false }
  return { text, circa: false, problem: `${quote(text)}: write ${quote(`about ${rest}`)}` }
}
