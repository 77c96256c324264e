import Big from 'big.js'
import type { GlobeCoordinateValue } from '../../../statements/index.ts'
import { wikidata } from '../../../vocabulary.ts'
import { parsed, quote, unparsed } from '../../parsed.ts'
import type { Parsed } from '../../parsed.ts'

/** The parts of a place as texts. */
export interface CoordinateTexts {
  readonly latitude: string
  readonly longitude: string
  readonly precision?: string | undefined
}

const pair = /^(?<latitude>[^,;\s]+)\s*,\s*(?<longitude>[^,;\s]+)(?:\s*±\s*(?<precision>\S+))?$/

/** Reads a place on Earth from latitude and longitude in decimal degrees: `48.98, 1.86`, `48.98, 1.86 ± 0.01`. */
export function parseCoordinates(text: string): Parsed<GlobeCoordinateValue> {
  const parts = text.length > 2000 ? undefined : pair.exec(text.trim())?.groups
  if (!parts)
    return unparsed(
      `${quote(text)} is no place: expected latitude and longitude in decimal degrees, such as 48.98, 1.86`,
    )
  const { latitude = '', longitude = '', precision } = parts
  return readCoordinates({ latitude, longitude, precision })
}

/** Reads a place on Earth from the texts of its parts. */
export function readCoordinates(texts: CoordinateTexts): Parsed<GlobeCoordinateValue> {
  const latitude = degrees('latitude', texts.latitude, 90)
  if (!latitude.ok) return latitude
  const longitude = degrees('longitude', texts.longitude, 180)
  if (!longitude.ok) return longitude
  const place = {
    type: 'globecoordinate',
    latitude: latitude.value,
    longitude: longitude.value,
    globe: wikidata.earth,
  } as const
  if (texts.precision === undefined) return parsed(place)
  const precision = degrees('precision', texts.precision, 360)
  if (!precision.ok) return precision
  if (precision.value <= 0) return unparsed('The precision must be more than 0 degrees')
  return parsed({ ...place, precision: precision.value })
}

function degrees(name: string, text: string, most: number): Parsed<number> {
  if (!/^[-+]?\d{1,3}(?:\.\d{1,400})?$/.test(text))
    return unparsed(`The ${name} ${quote(text)} is not a number of degrees such as 48.98`)
  const value = Number(text)
  if (Math.abs(value) > most)
    return unparsed(`The ${name} ${text} is not between -${most} and ${most} degrees`)
  return parsed(value === 0 ? 0 : value)
}

/** Writes a place on Earth as `parseCoordinates` reads it. */
export function coordinatesToText({
  latitude,
  longitude,
  precision,
}: GlobeCoordinateValue): string {
  const place = `${decimal(latitude)}, ${decimal(longitude)}`
  return precision === undefined ? place : `${place} ± ${decimal(precision)}`
}

/** Writes a number without an exponent. */
const decimal = (value: number): string => Big(value).toFixed()
