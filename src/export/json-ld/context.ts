/** What a context says about one term. */
export interface TermDefinition {
  readonly '@id': string
  readonly '@type'?: string
  readonly '@container'?: string
}

/**
 * A JSON-LD context: terms, prefixes and keyword aliases.
 *
 * @see https://www.w3.org/TR/json-ld11/#context-definitions
 */
export type JsonLdContext = Readonly<Record<string, string | TermDefinition | null>>
