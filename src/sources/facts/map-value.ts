import type { Property } from '../../rdf/ontology/ontology.ts'
import type { Datatype, Value } from '../../statements/index.ts'
import { WIKIDATA_ENTITY } from '../../vocabulary.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../parsed.ts'
import type { Parsed } from '../parsed.ts'
import { expectText } from './expect.ts'
import type { Reading } from './reading.ts'
import type { MapNode } from './tree.ts'
import { readCoordinates } from './values/coordinates.ts'
import { parseLanguage } from './values/language.ts'
import { parseLine } from './values/string.ts'

type MapReader = (node: MapNode, reading: Reading) => Value | undefined

/** The datatypes whose values can be written as a map. */
const readers: Partial<Record<Datatype, MapReader>> = {
  monolingualtext: readMonolingualText,
  'globe-coordinate': readCoordinateMap,
}

/** Reads a value that is written as a map; undefined where it was wrong and has been reported. */
export function readMapValue(
  property: Property,
  node: MapNode,
  reading: Reading,
): Value | undefined {
  const read = readers[property.datatype]
  if (read) return read(node, reading)
  reading.report.error(node.origin, `Expected a value of ${quote(property.key)}, found a map`)
  return undefined
}

function readMonolingualText(node: MapNode, reading: Reading): Value | undefined {
  const { report, languages } = reading
  const [entry, second] = node.entries
  if (!entry || second) {
    const found = second ? 'several; write one statement for each' : 'none'
    report.error(
      node.origin,
      `Expected one text in one language, such as { fr: … }, found ${found}`,
    )
    return undefined
  }
  const language = take(parseLanguage(entry.key, languages), entry.keyOrigin, reading)
  const text = expectText(entry.value, { what: 'a text', report })
  const line = text && take(parseLine(text.text), text.origin, reading)
  if (language === undefined || line === undefined) return undefined
  return { type: 'monolingualtext', text: line, language }
}

const coordinateKeys = ['latitude', 'longitude', 'precision', 'globe'] as const

function readCoordinateMap(node: MapNode, reading: Reading): Value | undefined {
  const { report } = reading
  const texts = new Map<string, string>()
  for (const { key, keyOrigin, value } of node.entries) {
    if ((coordinateKeys as readonly string[]).includes(key)) {
      const text = expectText(value, { what: `the ${key}`, report })
      if (!text) return undefined
      texts.set(key, text.text)
    } else {
      const known = coordinateKeys.join(', ')
      report.error(
        keyOrigin,
        `Unknown key ${quote(key)}${didYouMean(key, coordinateKeys)}; known: ${known}`,
      )
    }
  }
  const [latitude, longitude, precision, globe] = coordinateKeys.map((key) => texts.get(key))
  if (latitude === undefined || longitude === undefined) {
    report.error(node.origin, 'A place needs latitude and longitude')
    return undefined
  }
  const place = take(readCoordinates({ latitude, longitude, precision }), node.origin, reading)
  if (!place || globe === undefined) return place
  if (/^Q[1-9]\d*$/.test(globe)) return { ...place, globe: WIKIDATA_ENTITY + globe }
  report.error(node.origin, `The globe ${quote(globe)} is not a Wikidata id such as Q2`)
  return undefined
}

/** Takes what was parsed, or reports why it was not. */
export function take<T>(
  result: Parsed<T>,
  origin: MapNode['origin'],
  { report }: Pick<Reading, 'report'>,
): T | undefined {
  if (result.ok) return result.value
  report.error(origin, result.problem)
  return undefined
}
