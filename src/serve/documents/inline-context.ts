import type { JsonLdContext, JsonLdDocument } from '../../export/index.ts'

/**
 * Puts the definitions that a document uses in the place of the name of the site's context, so that the document can be
 * read wherever it is served, also where the site's own address does not answer.
 *
 * @see https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
 */
export function inlineContext(
  document: JsonLdDocument,
  iri: string,
  context: JsonLdContext,
): JsonLdDocument {
  const { '@context': named, ...body } = document
  const parts = Array.isArray(named) ? (named as unknown[]) : [named]
  const used = new Set<string>()
  collectNames([body, parts], used)
  const definitions = Object.fromEntries(Object.entries(context).filter(([name]) => used.has(name)))
  const inlined = parts.map((part) => (part === iri ? definitions : part))
  return { '@context': inlined.length === 1 ? inlined[0] : inlined, ...body }
}

/** Collects every text that may be a term, and what stands before a colon, which may be a prefix. */
function collectNames(value: unknown, names: Set<string>): void {
  if (typeof value === 'string') {
    names.add(value)
    const colon = value.indexOf(':')
    if (colon > 0) names.add(value.slice(0, colon))
  } else if (Array.isArray(value)) {
    for (const member of value as unknown[]) collectNames(member, names)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      collectNames(key, names)
      collectNames(member, names)
    }
  }
}
