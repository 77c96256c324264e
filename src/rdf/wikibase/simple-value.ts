import type { DataFactory, Literal, NamedNode } from '@rdfjs/types'
import type { Datatype, GlobeCoordinateValue, Value } from '../../statements/index.ts'
import { GEO, wikidata, xsd } from '../../vocabulary.ts'
import { toDateTime } from './date-time.ts'
import { phpFloat, rawUrlEncode, wikiUrlEncode } from './php.ts'

/** Where Commons serves files by their name. */
export const COMMONS_FILE = 'http://commons.wikimedia.org/wiki/Special:FilePath/'
/** Where Commons serves map shapes and tables by their page title. */
export const COMMONS_DATA = 'http://commons.wikimedia.org/data/main/'

/** Writes the value of a snak as one term. */
export type ToSimpleTerm = (value: Value, datatype: Datatype) => NamedNode | Literal

/** The datatypes whose strings are written as IRIs; the others become plain literals. */
const stringIris: Partial<Readonly<Record<Datatype, (text: string) => string>>> = {
  url: (text) => toIri(text.trim()),
  commonsMedia: (text) => COMMONS_FILE + rawUrlEncode(text),
  'geo-shape': (text) => COMMONS_DATA + wikiUrlEncode(text),
  'tabular-data': (text) => COMMONS_DATA + wikiUrlEncode(text),
}

/**
 * Makes the function that writes values as one term each, as truthy statements have them.
 *
 * @see https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format#Value_representation
 */
export function createSimpleTerms(factory: DataFactory): ToSimpleTerm {
  const decimal = factory.namedNode(xsd.decimal)
  const dateTime = factory.namedNode(xsd.dateTime)
  const wktLiteral = factory.namedNode(`${GEO}wktLiteral`)
  return (value, datatype) => {
    switch (value.type) {
      case 'entityid':
        return factory.namedNode(value.iri)
      case 'string': {
        const iri = stringIris[datatype]?.(value.value)
        if (iri !== undefined) return factory.namedNode(iri)
        return factory.literal(datatype === 'external-id' ? value.value.trim() : value.value)
      }
      case 'monolingualtext':
        return factory.literal(value.text, value.language)
      case 'quantity':
        return factory.literal(value.amount, decimal)
      case 'time': {
        const date = toDateTime(value)
        return date === undefined ? factory.literal(value.time) : factory.literal(date, dateTime)
      }
      case 'globecoordinate':
        return factory.literal(toPoint(value), wktLiteral)
    }
  }
}

/**
 * Writes a coordinate as well-known text: longitude first, after the globe unless it is the Earth.
 *
 * @see https://www.ogc.org/standards/geosparql
 */
function toPoint({ latitude, longitude, globe }: GlobeCoordinateValue): string {
  const point = `Point(${phpFloat(longitude)} ${phpFloat(latitude)})`
  return globe === wikidata.earth ? point : `<${globe.replaceAll('>', '%3E')}> ${point}`
}

/** Percent-encodes the characters that no IRI may have. */
export function toIri(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- IRIREF of Turtle excludes control characters
    /[\u0000-\u0020<>"{}|^`\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
