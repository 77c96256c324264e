import type { Quad } from '@rdfjs/types'
import type { JsonLdContext } from './context.ts'

/**
 * Finds what must be switched off in a context so that each IRI of a document is read back as itself: a prefix that is
 * the scheme of an IRI (`time:x`), or that `//` would follow; and `@vocab` where the rest of an IRI would be read as a
 * keyword, a prefixed name or nothing. For ordinary data this is nothing.
 *
 * @see https://www.w3.org/TR/json-ld11-api/#iri-expansion
 */
export function findOverrides(quads: Iterable<Quad>, context: JsonLdContext): JsonLdContext {
  const prefixes = listPrefixes(context)
  const overrides: Record<string, null> = {}
  const vocab = context['@vocab']
  for (const iri of listIris(quads)) {
    const scheme = iri.slice(0, iri.indexOf(':'))
    if (prefixes.has(scheme)) overrides[scheme] = null
    if (typeof vocab === 'string' && hidesInVocab(iri, vocab)) overrides['@vocab'] = null
    if (!iri.includes('//', scheme.length + 3)) continue
    for (const [name, namespace] of prefixes) {
      if (iri.startsWith(`${namespace}//`)) overrides[name] = null
    }
  }
  return Object.fromEntries(Object.entries(overrides).sort())
}

const listPrefixes = (context: JsonLdContext): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(context).flatMap(([name, definition]) =>
      typeof definition === 'string' && !/^@/.test(name + definition) ? [[name, definition]] : [],
    ),
  )

/** Whether an IRI cannot be written as its part behind `@vocab`. */
const hidesInVocab = (iri: string, vocab: string) =>
  iri.startsWith(vocab) && /^$|^@|^\/|:|^__proto__$/.test(iri.slice(vocab.length))

function listIris(quads: Iterable<Quad>): ReadonlySet<string> {
  const iris = new Set<string>()
  for (const { subject, predicate, object, graph } of quads) {
    for (const term of [subject, predicate, object, graph]) {
      if (term.termType === 'NamedNode') iris.add(term.value)
      if (term.termType === 'Literal') iris.add(term.datatype.value)
    }
  }
  return iris
}
