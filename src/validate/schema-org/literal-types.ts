import type { Literal } from '@rdfjs/types'
import { RDF, rdf, SCHEMA, xsd, XSD } from '../terms.ts'

/** A schema.org data type that a literal can be, by its local name. */
type DataType = keyof typeof lexicalForms

const isDate = (text: string): boolean => {
  const match = /^[+-]?\d{4,}(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (!match) return false
  const [, month = '01', day = '01'] = match
  const year = Number(text.replace(/^([+-]?\d+).*$/, '$1'))
  return Number(month) >= 1 && Number(month) <= 12 && isDayOf(year, Number(month), Number(day))
}

/** Every 400 years the calendar repeats, which spares JavaScript's limits on years. */
const isDayOf = (year: number, month: number, day: number): boolean =>
  day >= 1 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()

const isTime = (text: string): boolean =>
  /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/.test(text)

const isDateTime = (text: string): boolean => {
  const at = text.indexOf('T')
  return at > 0 && isDate(text.slice(0, at)) && isTime(text.slice(at + 1))
}

const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/
const amountWithUnit = /^[+-]?\d[\d.,]* ?\S/

/**
 * What each data type looks like as text.
 *
 * @see https://schema.org/docs/datamodel.html
 */
const lexicalForms = {
  Text: () => true,
  PronounceableText: () => true,
  CssSelectorType: () => true,
  XPathType: () => true,
  URL: (text: string) => /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(text),
  Boolean: (text: string) => /^(?:true|false|True|False|0|1)$/.test(text),
  Number: (text: string) => number.test(text),
  Float: (text: string) => number.test(text),
  Integer: (text: string) => /^[+-]?\d+$/.test(text),
  Date: isDate,
  DateTime: isDateTime,
  Time: isTime,
  Duration: (text: string) => /^-?P(?=.)(?:\d+[YMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?$/.test(text),
  Distance: (text: string) => amountWithUnit.test(text),
  Mass: (text: string) => amountWithUnit.test(text),
  Energy: (text: string) => amountWithUnit.test(text),
} as const

const allTypes = Object.keys(lexicalForms) as DataType[]

/** What the datatypes of RDF are in schema.org; whatever derives from xsd:integer is an Integer. */
const dataTypes: Readonly<Record<string, readonly DataType[]>> = {
  [rdf.langString]: ['Text'],
  [`${RDF}HTML`]: ['Text'],
  [xsd.integer]: ['Integer'],
  ...Object.fromEntries(
    ['int', 'long', 'short', 'byte', 'nonNegativeInteger', 'positiveInteger', 'unsignedInt'].map(
      (name) => [XSD + name, ['Integer'] as const],
    ),
  ),
  [xsd.decimal]: ['Number'],
  [xsd.double]: ['Float'],
  [`${XSD}float`]: ['Float'],
  [xsd.boolean]: ['Boolean'],
  [xsd.date]: ['Date'],
  [xsd.gYear]: ['Date'],
  [xsd.gYearMonth]: ['Date'],
  [xsd.dateTime]: ['DateTime'],
  [`${XSD}time`]: ['Time'],
  [`${XSD}duration`]: ['Duration'],
  [xsd.anyURI]: ['URL'],
  ...Object.fromEntries(allTypes.map((name) => [SCHEMA + name, [name]])),
}

/** What a literal can be: schema.org data types, or nothing known; well formed or not. */
export interface LiteralTypes {
  readonly types: readonly string[]
  readonly wellFormed: boolean
}

/**
 * Finds the schema.org data types that a literal can be, full IRIs. A plain string is a Text, and also whatever it
 * looks like, since schema.org itself is written as text.
 */
export function literalTypesOf({ value, datatype }: Literal): LiteralTypes {
  if (datatype.value === xsd.string) {
    return { types: matching(allTypes, value), wellFormed: true }
  }
  const types = dataTypes[datatype.value] ?? []
  const matched = matching(types, value)
  if (types.length > 0 && matched.length === 0) {
    return { types: types.map((name) => SCHEMA + name), wellFormed: false }
  }
  return { types: matched, wellFormed: true }
}

const matching = (types: readonly DataType[], value: string): string[] =>
  types.filter((name) => lexicalForms[name](value)).map((name) => SCHEMA + name)
