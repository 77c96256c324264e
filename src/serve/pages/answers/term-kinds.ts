import { xsd } from '../../../vocabulary.ts'
import type { JsonTerm } from './json-answer.ts'

const numbers =
  /^http:\/\/www\.w3\.org\/2001\/XMLSchema#(?:integer|decimal|double|float|int|long|short|byte|(?:nonNegative|positive|nonPositive|negative)Integer|unsigned(?:Int|Long|Short|Byte))$/

const times: ReadonlySet<string> = new Set([xsd.date, xsd.dateTime, xsd.gYear, xsd.gYearMonth])

/** Whether a term is a number that can be drawn. */
export const isNumber = (term: JsonTerm): boolean =>
  term.type === 'literal' && numbers.test(term.datatype ?? '') && isFiniteText(textOf(term))

const isFiniteText = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text))

/** Whether a term is a point in time. */
export const isTime = ({ type, datatype = '' }: JsonTerm): boolean =>
  type === 'literal' && times.has(datatype)

/** Reads a whole number that may be a year. */
export function yearOf(term: JsonTerm): number | undefined {
  const text = textOf(term)
  return /^[+-]?\d{1,4}$/.test(text) ? Number(text) : undefined
}

/** The text of a term; triples have one too. */
export const textOf = ({ value }: JsonTerm): string =>
  typeof value === 'string' ? value : JSON.stringify(value)
