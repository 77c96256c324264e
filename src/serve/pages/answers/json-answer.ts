/** A term of an answer in SPARQL's JSON. */
export interface JsonTerm {
  readonly type: 'uri' | 'literal' | 'bnode' | 'triple'
  readonly value: unknown
  readonly 'xml:lang'?: string
  readonly datatype?: string
}

/**
 * An answer in SPARQL's JSON.
 *
 * @see https://www.w3.org/TR/sparql11-results-json/
 */
export interface JsonAnswer {
  readonly head: { readonly vars?: readonly string[] }
  readonly boolean?: boolean
  readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] }
}
