import { createHash } from 'node:crypto'
import type {
  GlobeCoordinateValue,
  QuantityValue,
  Snak,
  TimeValue,
  Value,
} from '../../statements/index.ts'
import { wikidata } from '../../vocabulary.ts'
import { phpFloat, phpJson, phpObject, phpString } from './php.ts'

/** A value that has a node of its own in the Wikibase view. */
export type DeepValue = QuantityValue | TimeValue | GlobeCoordinateValue

/** Tells whether a value has a node of its own. */
export const isDeep = (value: Value): value is DeepValue => Object.hasOwn(contents, value.type)

const calendarIris = { gregorian: wikidata.gregorian, julian: wikidata.julian } as const

const contents = {
  quantity: ({ amount, bounds, unit = '1' }: QuantityValue) =>
    bounds
      ? phpObject(
          'DataValues\\QuantityValue',
          `a:4:{i:0;${decimal(amount)}i:1;${phpString(unit)}i:2;${decimal(bounds.upper)}i:3;${decimal(bounds.lower)}}`,
        )
      : phpObject(
          'DataValues\\UnboundedQuantityValue',
          `a:2:{i:0;${decimal(amount)}i:1;${phpString(unit)}}`,
        ),
  time: ({ time, precision, calendar, timezone = 0, before = 0, after = 0 }: TimeValue) =>
    phpObject(
      'DataValues\\TimeValue',
      phpJson([time, timezone, before, after, precision, calendarIris[calendar]]),
    ),
  globecoordinate: ({ latitude, longitude, precision, globe }: GlobeCoordinateValue) =>
    [
      phpFloat(latitude),
      phpFloat(longitude),
      precision === undefined ? '' : phpFloat(precision),
      globe,
    ].join('|'),
}

const decimal = (amount: string): string => phpObject('DataValues\\DecimalValue', phpString(amount))

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

/**
 * Writes what Wikibase hashes to name the node of a value: PHP's serialization of its classes before PHP 7.4, or the
 * numbers of a coordinate.
 */
export function hashedContent(value: DeepValue): string {
  if (value.type === 'quantity') return contents.quantity(value)
  if (value.type === 'time') return contents.time(value)
  return contents.globecoordinate(value)
}

/**
 * Computes the hash that names the node of a value, the same as Wikibase's own.
 *
 * @see https://github.com/DataValues/DataValues
 */
export const valueHash = (value: DeepValue): string => md5(hashedContent(value))

/**
 * Computes the local name of the blank node for an unknown value, the same as Wikibase's own: a hash of the node it
 * hangs on, the predicate's namespace, the namespace of value nodes, and the snak's hash.
 */
export const someValueHash = (
  owner: string,
  predicateNamespace: string,
  valueNamespace: string,
  snak: Snak,
): string => md5(`${owner}-${predicateNamespace}-${valueNamespace}-${snakHash(snak)}`)

/** The SHA-1 that Wikibase gives a snak without a value. */
function snakHash({ hash, property }: Snak): string {
  if (hash !== undefined) return hash
  const id = property.slice(property.lastIndexOf('/') + 1)
  const content = phpObject('Wikibase\\DataModel\\Snak\\PropertySomeValueSnak', id)
  return createHash('sha1').update(content).digest('hex')
}

/** Names the class restriction that stands for "some value" of a property. */
export const noValueHash = (repository: string, propertyId: string): string =>
  md5(`owl:complementOf-${repository}-${propertyId}`)
