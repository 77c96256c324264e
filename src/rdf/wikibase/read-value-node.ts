import type {
  GlobeCoordinateValue,
  QuantityValue,
  TimePrecision,
  TimeValue,
} from '../../statements/index.ts'
import { WIKIBASE, rdf, wikidata } from '../../vocabulary.ts'
import { localName, unreadable } from './read-index.ts'
import type { ViewIndex } from './read-index.ts'
import { readTime } from './read-time.ts'
import { valueHash } from './value-hash.ts'
import type { DeepValue } from './value-hash.ts'

const readers = {
  QuantityValue: readQuantityNode,
  TimeValue: readTimeNode,
  GlobecoordinateValue: readCoordinateNode,
} as const

/** Reads the value that a node describes. */
export function readValueNode(iri: string, index: ViewIndex): DeepValue {
  for (const [name, read] of Object.entries(readers)) {
    if (index.has(iri, rdf.type, WIKIBASE + name)) return read(iri, index)
  }
  throw unreadable(iri, 'it is no quantity, time or coordinate')
}

const part = (iri: string, index: ViewIndex, name: string): string =>
  index.require(iri, WIKIBASE + name).value

function readQuantityNode(iri: string, index: ViewIndex): QuantityValue {
  const upper = index.object(iri, `${WIKIBASE}quantityUpperBound`)?.value
  const lower = index.object(iri, `${WIKIBASE}quantityLowerBound`)?.value
  const unit = part(iri, index, 'quantityUnit')
  const quantity: QuantityValue = {
    type: 'quantity',
    amount: part(iri, index, 'quantityAmount'),
    ...(upper !== undefined && lower !== undefined && { bounds: { lower, upper } }),
  }
  // "1" is written as Q199; only the hash tells it from Q199 itself.
  const hasUnit = unit !== wikidata.one || valueHash({ ...quantity, unit }) === iri.slice(-32)
  return hasUnit ? { ...quantity, unit } : quantity
}

function readTimeNode(iri: string, index: ViewIndex): TimeValue {
  const calendar = part(iri, index, 'timeCalendarModel')
  return readTime(index.require(iri, `${WIKIBASE}timeValue`), {
    precision: Number(part(iri, index, 'timePrecision')) as TimePrecision,
    calendar: calendar === wikidata.julian ? 'julian' : 'gregorian',
    timezone: Number(part(iri, index, 'timeTimezone')),
    hash: localName({ value: iri }),
  })
}

function readCoordinateNode(iri: string, index: ViewIndex): GlobeCoordinateValue {
  const hasPrecision = !index.has(iri, rdf.type, `${WIKIBASE}GeoAutoPrecision`)
  return {
    type: 'globecoordinate',
    latitude: Number(part(iri, index, 'geoLatitude')),
    longitude: Number(part(iri, index, 'geoLongitude')),
    ...(hasPrecision && { precision: Number(part(iri, index, 'geoPrecision')) }),
    globe: part(iri, index, 'geoGlobe'),
  }
}
