import type { DataFactory, Literal, NamedNode } from '@rdfjs/types'
import type { GlobeCoordinateValue, QuantityValue, TimeValue } from '../../statements/index.ts'
import { WIKIBASE, rdf, wikidata, xsd } from '../../vocabulary.ts'
import { phpFloat } from './php.ts'
import type { ToSimpleTerm } from './simple-value.ts'
import type { DeepValue } from './value-hash.ts'

/** What a value node says: predicates and objects. */
export type Description = readonly (readonly [NamedNode, NamedNode | Literal])[]

/** The precision that Wikibase gives coordinates that have none: a second of arc. */
const AUTO_PRECISION = 1 / 3600

/**
 * Makes the function that describes a value by its parts.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format#Full_values
 */
export function createValueDescriptions(
  factory: DataFactory,
  toSimpleTerm: ToSimpleTerm,
): (value: DeepValue) => Description {
  const { namedNode, literal } = factory
  const wikibase = (name: string): NamedNode => namedNode(WIKIBASE + name)
  const type = namedNode(rdf.type)
  const decimal = namedNode(xsd.decimal)
  const integer = namedNode(xsd.integer)
  const double = namedNode(xsd.double)
  const calendars = { gregorian: namedNode(wikidata.gregorian), julian: namedNode(wikidata.julian) }

  const quantity = ({ amount, bounds, unit }: QuantityValue): Description => [
    [type, wikibase('QuantityValue')],
    [wikibase('quantityAmount'), literal(amount, decimal)],
    ...(bounds
      ? ([
          [wikibase('quantityUpperBound'), literal(bounds.upper, decimal)],
          [wikibase('quantityLowerBound'), literal(bounds.lower, decimal)],
        ] as const)
      : []),
    [wikibase('quantityUnit'), namedNode(unit ?? wikidata.one)],
  ]
  const time = (value: TimeValue): Description => [
    [type, wikibase('TimeValue')],
    [wikibase('timeValue'), toSimpleTerm(value, 'time')],
    [wikibase('timePrecision'), literal(String(value.precision), integer)],
    [wikibase('timeTimezone'), literal(String(value.timezone ?? 0), integer)],
    [wikibase('timeCalendarModel'), calendars[value.calendar]],
  ]
  const globecoordinate = (value: GlobeCoordinateValue): Description => [
    [type, wikibase('GlobecoordinateValue')],
    ...(value.precision === undefined ? ([[type, wikibase('GeoAutoPrecision')]] as const) : []),
    [wikibase('geoLatitude'), literal(phpFloat(value.latitude), double)],
    [wikibase('geoLongitude'), literal(phpFloat(value.longitude), double)],
    [wikibase('geoPrecision'), literal(phpFloat(value.precision ?? AUTO_PRECISION), double)],
    [wikibase('geoGlobe'), namedNode(value.globe)],
  ]
  return (value) => {
    if (value.type === 'quantity') return quantity(value)
    if (value.type === 'time') return time(value)
    return globecoordinate(value)
  }
}
