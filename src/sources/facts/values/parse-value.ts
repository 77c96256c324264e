import type { Property } from '../../../rdf/ontology/ontology.ts'
import type { Datatype, Value } from '../../../statements/index.ts'
import { parsed } from '../../parsed.ts'
import type { Parsed } from '../../parsed.ts'
import type { FactsIndex } from '../facts-index.ts'
import { defaultLanguage } from '../reading.ts'
import type { FactsContext } from '../reading.ts'
import { parseCoordinates } from './coordinates.ts'
import { parseEntityId } from './entity-id.ts'
import type { EntityDatatype } from './entity-id.ts'
import { parseUrl } from './iri.ts'
import { parseQuantity } from './quantity.ts'
import { parseDataPage, parseFileName, parseLine, parseString } from './string.ts'
import { parseTime } from './time.ts'

/** What decides the value that a text means. */
export interface ValueContext extends FactsContext {
  readonly property: Property
  readonly index: FactsIndex
}

type ValueParser = (text: string, context: ValueContext) => Parsed<Value>

const stringValue =
  (parse: (text: string, property: Property) => Parsed<string>): ValueParser =>
  (text, { property }) => {
    const result = parse(text, property)
    return result.ok ? parsed({ type: 'string', value: result.value }) : result
  }

const entityValue =
  (datatype: EntityDatatype): ValueParser =>
  (text, context) =>
    parseEntityId(text, datatype, context)

const parsers = {
  'wikibase-item': entityValue('wikibase-item'),
  'wikibase-property': entityValue('wikibase-property'),
  'wikibase-lexeme': entityValue('wikibase-lexeme'),
  'wikibase-form': entityValue('wikibase-form'),
  'wikibase-sense': entityValue('wikibase-sense'),
  'entity-schema': entityValue('entity-schema'),
  string: stringValue(parseString),
  'external-id': stringValue(parseString),
  url: stringValue(parseUrl),
  commonsMedia: stringValue(parseFileName),
  'geo-shape': stringValue(parseDataPage('map')),
  'tabular-data': stringValue(parseDataPage('tab')),
  math: stringValue(parseString),
  'musical-notation': stringValue(parseString),
  monolingualtext: (text, context) => {
    const line = parseLine(text)
    if (!line.ok) return line
    return parsed({ type: 'monolingualtext', text, language: defaultLanguage(context) })
  },
  quantity: parseQuantity,
  time: parseTime,
  'globe-coordinate': parseCoordinates,
} satisfies Record<Datatype, ValueParser>

/** Reads the value that a text means for a property. */
export function parseValue(text: string, context: ValueContext): Parsed<Value> {
  const parse: ValueParser = parsers[context.property.datatype]
  return parse(text, context)
}
