import type { Term } from '@rdfjs/types'
import { termToSparql } from './sparql.ts'

/** What may hold a question mark and is no variable comes first. */
const tokens =
  /<[^\s<>"{}|^`\\]*>|#[^\n]*|'''[^]*?'''|"""[^]*?"""|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[?$]([\p{L}\p{N}_]+)/gu

/**
 * Writes values in place of variables in the text of a query, as people do by hand; what is selected, or bound by the
 * query itself, cannot be replaced, and the text is then no query any more.
 */
export const inlineParameters = (
  text: string,
  values: ReadonlyMap<string, Term>,
  prefixes: Readonly<Record<string, string>> = {},
): string =>
  text.replace(tokens, (token, name?: string) => {
    const term = name === undefined ? undefined : values.get(name)
    if (!term) return token
    return shorten(term, prefixes) ?? termToSparql(term)
  })

/** Writes an IRI with a prefix, where what is left of it needs no escapes. */
function shorten(
  { termType, value }: Term,
  prefixes: Readonly<Record<string, string>>,
): string | undefined {
  if (termType !== 'NamedNode') return undefined
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    const local = value.startsWith(namespace) ? value.slice(namespace.length) : ''
    if (/^[A-Za-z0-9](?:[\w-]*\w)?$/.test(local)) return `${prefix}:${local}`
  }
  return undefined
}
