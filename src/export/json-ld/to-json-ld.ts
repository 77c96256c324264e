import type { DataFactory, Quad } from '@rdfjs/types'
import type { ContextDefinition, JsonLdDocument as Input } from 'jsonld'
import type { Ontology } from '../../rdf/index.ts'
import type { View } from '../view.ts'
import { blankNodesWithLabel } from './blank-nodes.ts'
import type { JsonLdContext } from './context.ts'
import { createDocumentLoader, getSchemaOrgCore } from './contexts.ts'
import type { ExpandedNode } from './expanded.ts'
import { nodeId } from './node-map.ts'
import type { NodeId } from './node-map.ts'
import { findOverrides } from './overrides.ts'
import { contextFromOntology, publishedContextIri } from './published-context.ts'
import { SCHEMA_ORG_CONTEXT } from './schema-org-context.ts'
import { buildTrees } from './trees.ts'

/** How to write quads as a JSON-LD document. */
export interface JsonLdOptions {
  /** Decides the context: that of schema.org, or the site's own. */
  readonly view: View
  /** The IRI of the entity that the document is about; it comes first, with what belongs to it nested inside. */
  readonly root?: string
  readonly ontology: Ontology
  readonly base: string
  readonly factory: DataFactory
}

/** A compacted JSON-LD document. */
export type JsonLdDocument = Readonly<Record<string, unknown>>

/**
 * Writes quads as a compacted JSON-LD document, framed as a tree around the root. Reading it back gives the same quads.
 * Named graphs are kept. Holds everything in memory: one entity or a small site, not a dump.
 *
 * @see https://www.w3.org/TR/json-ld11-api/#compaction-algorithms
 */
export async function toJsonLd(
  quads: Iterable<Quad>,
  options: JsonLdOptions,
): Promise<JsonLdDocument> {
  const all = [...quads]
  const { iri, context, hidden } = await chooseContext(options)
  const overrides = findOverrides(all, context)
  const compacted = await compact(buildDocument(all, options.root), [
    context,
    { ...hidden, ...overrides },
  ])
  const named = Object.keys(overrides).length > 0 ? [iri, overrides] : iri
  return { ...compacted, '@context': named }
}

/** Prints a JSON-LD document, pretty, with a line break at the end. */
export const printJsonLd = (document: JsonLdDocument): string =>
  `${JSON.stringify(document, undefined, 2)}\n`

interface ChosenContext {
  readonly iri: string
  readonly context: JsonLdContext
  /** Keyword aliases that are not used: search engines read `@id` and `@type`, not `id` and `type`. */
  readonly hidden: JsonLdContext
}

async function chooseContext(options: JsonLdOptions): Promise<ChosenContext> {
  const { view, ontology, base, factory } = options
  if (view === 'schema') {
    const context = await getSchemaOrgCore(factory)
    return { iri: SCHEMA_ORG_CONTEXT, context, hidden: { id: null, type: null } }
  }
  const context = contextFromOntology(ontology, base, factory)
  return { iri: publishedContextIri(base), context, hidden: {} }
}

/** Puts the trees of the default graph first and each named graph behind them. */
function buildDocument(quads: readonly Quad[], root: string | undefined): ExpandedNode[] {
  const needsLabel = blankNodesWithLabel(quads)
  const graphs = new Map<NodeId, Quad[]>([['', []]])
  for (const quad of quads) {
    const name = quad.graph.termType === 'DefaultGraph' ? '' : nodeId(quad.graph)
    const graph = graphs.get(name)
    if (graph) graph.push(quad)
    else graphs.set(name, [quad])
  }
  return [...graphs.keys()].sort().flatMap((name) => {
    const trees = buildTrees(graphs.get(name) ?? [], { root, needsLabel })
    return name === '' ? trees : [{ '@id': name, '@graph': trees }]
  })
}

/** Compacts with a context at hand: nothing is loaded, and what already is in expanded form is not expanded again. */
async function compact(trees: ExpandedNode[], contexts: JsonLdContext[]): Promise<JsonLdDocument> {
  const { default: jsonld } = await import('jsonld')
  return jsonld.compact(trees as unknown as Input, contexts as unknown as ContextDefinition, {
    skipExpansion: true,
    compactToRelative: false,
    documentLoader: createDocumentLoader(new Map()),
  })
}
