import type { Ontology, Property, Unit } from '../../../rdf/ontology/ontology.ts'
import { wikidata } from '../../../vocabulary.ts'
import { didYouMean } from '../../nearest.ts'
import { parsed, quote, unparsed } from '../../parsed.ts'
import type { Parsed } from '../../parsed.ts'

/** What decides which unit a text means. */
export interface UnitContext {
  readonly ontology: Ontology
  readonly property: Pick<Property, 'key' | 'units'>
}

/** Reads the unit of a quantity (`ha`, `hectares`, none) and checks that the property is measured in it. */
export function parseUnit(
  text: string,
  { ontology, property }: UnitContext,
): Parsed<Unit | undefined> {
  const allowed = property.units.flatMap((key) => ontology.units.get(key) ?? [])
  const known = () => `${quote(property.key)} is measured in ${allowed.map(unitToText).join(', ')}`
  if (text === '') {
    if (allowed.length === 0 || allowed.some(({ entityIri }) => entityIri === wikidata.one))
      return parsed(undefined)
    return unparsed(`The unit is missing: ${known()}`)
  }
  if (allowed.length === 0)
    return unparsed(`${quote(property.key)} carries no unit: leave out ${quote(text)}`)
  const unit = findUnit(text, ontology)
  if (!unit) return unparsed(`Unknown unit ${quote(text)}${suggestUnit(text, allowed)}; ${known()}`)
  if (!allowed.includes(unit)) return unparsed(`The unit ${quote(text)} does not fit: ${known()}`)
  return parsed(unit)
}

/** Finds a unit by its symbol, key or, in any case of letters, its name in any language. */
export function findUnit(text: string, ontology: Ontology): Unit | undefined {
  const name = text.toLowerCase()
  return (
    ontology.findUnitBySymbol(text) ??
    ontology.units.get(text) ??
    [...ontology.units.values()].find(({ labels }) =>
      [...labels.values()].some((label) => label.toLowerCase() === name),
    )
  )
}

/** The spelling of a unit to show and to write. */
export const unitToText = ({ symbols, key }: Unit): string => symbols[0] ?? key

const suggestUnit = (text: string, units: readonly Unit[]): string =>
  didYouMean(
    text,
    units.flatMap(({ key, symbols, labels }) => [...symbols, key, ...labels.values()]),
  )
