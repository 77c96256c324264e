/** An amount or bound: a decimal as Wikibase writes it, always with its sign (`+237`, `-5.50`), never a float. */
export type DecimalText = string

/** An item, property or other entity, by its IRI. */
export interface EntityIdValue {
  readonly type: 'entityid'
  readonly iri: string
}

/** A plain string; the datatype of its property tells text, identifiers, URLs and file names apart. */
export interface StringValue {
  readonly type: 'string'
  readonly value: string
}

/** A text in one language. */
export interface MonolingualTextValue {
  readonly type: 'monolingualtext'
  readonly text: string
  readonly language: string
}

/** A decimal amount, with both bounds or none, in a unit (an IRI) or in none. */
export interface QuantityValue {
  readonly type: 'quantity'
  readonly amount: DecimalText
  readonly bounds?: { readonly lower: DecimalText; readonly upper: DecimalText }
  readonly unit?: string
}

/** How exact a time is: 0 billion years … 6 millennium, 7 century, 8 decade, 9 year, 10 month, 11 day, 12-14 hour to second. */
export type TimePrecision = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14

export type Calendar = 'gregorian' | 'julian'

/**
 * A point in time, exact to its precision.
 *
 * `time` is Wikibase's signed ISO 8601 (`+1952-00-00T00:00:00Z`); month and day are `00` where the precision leaves
 * them out. `timezone` (minutes), `before` and `after` (in units of the precision) are 0 in all but old data.
 */
export interface TimeValue {
  readonly type: 'time'
  readonly time: string
  readonly precision: TimePrecision
  readonly calendar: Calendar
  readonly timezone?: number
  readonly before?: number
  readonly after?: number
}

/** A place on a globe (an IRI), in degrees; without a precision it is unknown how exact the place is. */
export interface GlobeCoordinateValue {
  readonly type: 'globecoordinate'
  readonly latitude: number
  readonly longitude: number
  readonly precision?: number
  readonly globe: string
}

/** A value of a snak; `type` is the value type of the Wikibase data model. */
export type Value =
  | EntityIdValue
  | StringValue
  | MonolingualTextValue
  | QuantityValue
  | TimeValue
  | GlobeCoordinateValue

export type ValueType = Value['type']

/** The value of one value type. */
export type ValueOf<T extends ValueType> = Extract<Value, { type: T }>
