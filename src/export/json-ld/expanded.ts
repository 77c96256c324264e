import type { Literal } from '@rdfjs/types'
import { xsd } from '../../vocabulary.ts'

/** A literal in expanded JSON-LD. */
export type ExpandedValue =
  | { readonly '@value': string | number | boolean }
  | { readonly '@value': string; readonly '@type': string }
  | { readonly '@value': string; readonly '@language': string }

/** A node in expanded JSON-LD; a key that is no keyword is a predicate's IRI. */
export interface ExpandedNode {
  readonly '@id'?: string
  readonly '@type'?: readonly string[]
  readonly '@graph'?: readonly ExpandedNode[]
  readonly [predicate: string]:
    string | readonly string[] | readonly (ExpandedNode | ExpandedValue)[] | undefined
}

/** Writes a literal, as a JSON number or boolean where reading that back gives the very same literal. */
export function expandLiteral({ value, language, datatype }: Literal): ExpandedValue {
  if (language !== '') return { '@value': value, '@language': language }
  if (datatype.value === xsd.string) return { '@value': value }
  const native = toNative[datatype.value]?.(value)
  if (native !== undefined) return { '@value': native }
  return { '@value': value, '@type': datatype.value }
}

/** @see https://www.w3.org/TR/json-ld11-api/#data-round-tripping */
const toNative: Readonly<Record<string, (value: string) => number | boolean | undefined>> = {
  [xsd.boolean]: (value) => (value === 'true' || value === 'false' ? value === 'true' : undefined),
  [xsd.integer]: (value) =>
    Number.isSafeInteger(Number(value)) && String(Number(value)) === value
      ? Number(value)
      : undefined,
  [xsd.double]: (value) => (canonicalDouble(Number(value)) === value ? Number(value) : undefined),
}

/** The one spelling of a double that a JSON number is read as; whole numbers are read as integers. */
const canonicalDouble = (value: number): string | undefined =>
  Number.isInteger(value) ? undefined : value.toExponential(15).replace(/(\d)0*e\+?/, '$1E')
