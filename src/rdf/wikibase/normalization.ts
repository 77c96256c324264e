import { Parser } from 'n3'
import { QUDT, WIKIDATA } from '../../vocabulary.ts'

/** How a unit becomes a standard unit: amount × factor, a decimal as text. */
export interface UnitConversion {
  readonly factor: string
  readonly unit: string
}

/** What the normalized values of the Wikibase view follow from. */
export interface Normalization {
  /** The pattern that turns an external id of a property into an IRI; `$1` stands for the id. */
  formatterUri(propertyIri: string): string | undefined
  /** The conversion of a unit to its standard unit; of a standard unit, to itself by the factor 1. */
  conversion(unitIri: string): UnitConversion | undefined
}

/** Normalizes nothing. */
export const noNormalization: Normalization = {
  formatterUri: () => undefined,
  conversion: () => undefined,
}

/** Wikidata's property "formatter URI for RDF resource", on properties. */
const FORMATTER_URI = `${WIKIDATA}prop/direct/P1921`
const SCALING_OF = `${QUDT}scalingOf`
const CONVERSION_MULTIPLIER = `${QUDT}conversionMultiplier`

/**
 * Reads `ontology/normalization.ttl`: formatter URIs of properties, and units with their standard unit
 * (`qudt:scalingOf`) and factor (`qudt:conversionMultiplier`).
 *
 * @see https://www.qudt.org/doc/DOC_SCHEMA-QUDT.html
 */
export function readNormalization(turtle: string): Normalization {
  const formatters = new Map<string, string>()
  const factors = new Map<string, string>()
  const standards = new Map<string, string>()
  const tables = new Map([
    [FORMATTER_URI, formatters],
    [CONVERSION_MULTIPLIER, factors],
    [SCALING_OF, standards],
  ])
  for (const { subject, predicate, object } of new Parser().parse(turtle)) {
    tables.get(predicate.value)?.set(subject.value, object.value)
  }
  return {
    formatterUri: (propertyIri) => formatters.get(propertyIri),
    conversion: (unitIri) => {
      const factor = factors.get(unitIri)
      return factor === undefined ? undefined : { factor, unit: standards.get(unitIri) ?? unitIri }
    },
  }
}
