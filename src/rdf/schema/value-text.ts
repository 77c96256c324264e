import type { Terms, TimeValue, Value, ValueOf, ValueType } from '../../statements/index.ts'
import type { SchemaContext } from './context.ts'

/** Picks a label: the language asked for, then its neutral and English forms, then any; undefined without labels. */
export const pickLabel = (labels: Terms, language: string): string | undefined =>
  pickTerm(labels, language)?.text

/** Picks a label as `pickLabel` does, and tells its language. */
export function pickTerm(
  labels: Terms,
  language: string,
): { readonly text: string; readonly language: string } | undefined {
  const wanted = [language, language.split('-')[0] ?? '', 'mul', 'en']
  const known = wanted.find((tag) => labels.has(tag)) ?? labels.keys().next().value
  const text = known === undefined ? undefined : labels.get(known)
  return known === undefined || text === undefined ? undefined : { text, language: known }
}

/** Writes a value as people read it, with labels in a language. */
export function valueText(value: Value, language: string, context: SchemaContext): string {
  const write = writers[value.type] as (
    value: Value,
    language: string,
    context: SchemaContext,
  ) => string
  return write(value, language, context)
}

type Writer<T extends ValueType> = (
  value: ValueOf<T>,
  language: string,
  context: SchemaContext,
) => string

const writers = {
  string: ({ value }) => value,
  monolingualtext: ({ text }) => text,
  entityid: ({ iri }, language, context) =>
    pickLabel(entityLabels(iri, context), language) ?? localName(iri),
  quantity: ({ amount, unit }, _, { ontology }) => {
    const number = plainAmount(amount)
    return unit === undefined
      ? number
      : `${number} ${ontology.findUnit(unit)?.symbols[0] ?? localName(unit)}`
  },
  time: timeText,
  globecoordinate: ({ latitude, longitude }) => `${latitude}, ${longitude}`,
} satisfies { [T in ValueType]: Writer<T> }

/** Finds the labels of an entity of the site, or of a class or concept of the ontology. */
export function entityLabels(iri: string, { findEntity, ontology }: SchemaContext): Terms {
  const known = findEntity(iri) ?? ontology.findClass(iri)
  if (known) return known.labels
  return (
    [...ontology.concepts.values()].find(({ entityIri }) => entityIri === iri)?.labels ?? new Map()
  )
}

/** Writes an amount without the sign that Wikibase puts before positive ones. */
export const plainAmount = (amount: string): string => amount.replace(/^\+/, '')

/**
 * Writes a Gregorian time as ISO 8601, as exact as it is known (`1952`, `2009-11`, `2009-11-05`); undefined for times
 * less exact than a year and for Julian dates, which ISO 8601 has no form for.
 */
export function isoDate({ time, precision, calendar }: TimeValue): string | undefined {
  const match = /^([+-])(\d+)-(\d\d)-(\d\d)T/.exec(time)
  if (!match || precision < 9 || calendar !== 'gregorian') return undefined
  const [, sign, digits = '', month = '', day = ''] = match
  const year = (sign === '-' ? '-' : '') + digits.replace(/^0+(?=\d{4})/, '')
  return [year, month, day].slice(0, Math.min(precision, 11) - 8).join('-')
}

/**
 * Writes any time as text: as ISO 8601 where it has a form for it, less exact times as EDTF writes them (`195X` for a
 * decade, `18XX` for a century, `1XXX` for a millennium), and Julian dates with the name of their calendar.
 *
 * @see https://www.loc.gov/standards/datetime/
 */
export function timeText(value: TimeValue): string {
  const { time, precision, calendar } = value
  if (calendar === 'julian') return `${timeText({ ...value, calendar: 'gregorian' })} (Julian)`
  const [, sign, digits = ''] = /^([+-])(\d+)-/.exec(time) ?? []
  const write = coarse[precision]
  if (!write || sign === undefined) return isoDate(value) ?? time
  return (sign === '-' ? '-' : '') + write(Number(digits))
}

/** Decades, centuries and millennia; the 19th century ends with 1900, as Wikibase counts. */
const coarse: Partial<Record<TimeValue['precision'], (year: number) => string>> = {
  8: (year) => `${String(Math.floor(year / 10)).padStart(3, '0')}X`,
  7: (year) => `${String(Math.ceil(year / 100) - 1).padStart(2, '0')}XX`,
  6: (year) => `${Math.ceil(year / 1000) - 1}XXX`,
}

const localName = (iri: string): string => iri.slice(iri.search(/[^/#]*$/))
