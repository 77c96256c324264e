import type { NamedNode, Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { mergeGraphs } from '../../export/index.ts'
import type { SiteVersion } from '../context.ts'
import { htmlFormat, rdfDocumentFormats } from './document-formats.ts'
import type { WebLink } from './links.ts'
import type { QuadsDocument } from './quads-document.ts'

/** Formats of documents that are no entities. */
export const nodeFormats = [...rdfDocumentFormats, htmlFormat]

/** How many triples that point to a node its document repeats. */
const INCOMING = 1000

/** The document of one node: what is said of it and of the unnamed nodes behind it, and what points to it. */
export function nodeDocument(
  path: string,
  iris: readonly string[],
  version: SiteVersion,
): QuadsDocument | undefined {
  const nodes = iris.map((iri) => DataFactory.namedNode(iri))
  const quads = (): Iterable<Quad> =>
    mergeGraphs([outgoing(nodes, version), incoming(nodes, version)], DataFactory)
  if (quads()[Symbol.iterator]().next().done) return undefined
  return plainDocument({ path, about: iris[0] ?? '', quads, version })
}

/** The document of one named graph. */
export function graphDocument(path: string, iri: string, version: SiteVersion): QuadsDocument {
  const graph = DataFactory.namedNode(iri)
  const quads = (): Iterable<Quad> =>
    mergeGraphs([version.store.match(null, null, null, graph)], DataFactory)
  return plainDocument({ path, about: iri, quads, version })
}

interface PlainDocument {
  readonly path: string
  readonly about: string
  readonly quads: () => Iterable<Quad> | Promise<Iterable<Quad>>
  readonly version: SiteVersion
  readonly links?: readonly WebLink[]
}

/** A document with one view, whose formats are told apart by `?format=`. */
export const plainDocument = (of: PlainDocument): QuadsDocument => ({
  path: of.path,
  about: of.about,
  hasViews: false,
  hasExtensions: false,
  formats: nodeFormats,
  quads: of.quads,
  links: () => [
    { href: of.about, rel: 'cite-as' },
    { href: of.version.site.config.license, rel: 'license' },
    ...nodeFormats.map(({ name, mediaTypes: [type] }) => ({
      href: `?format=${name}`,
      rel: 'alternate',
      type,
    })),
    ...(of.links ?? []),
  ],
})

/** What is said of nodes; unnamed nodes of the ontology, which have IRIs here, belong to what points to them. */
function* outgoing(start: readonly NamedNode[], { store, base }: SiteVersion): Generator<Quad> {
  const nodes = new Map(start.map((node) => [node.value, node]))
  const unnamed = `${base}.well-known/genid/ontology-`
  for (const [, node] of nodes) {
    for (const quad of store.match(node, null, null, null)) {
      yield quad
      const { object } = quad
      if (object.termType !== 'NamedNode' || nodes.has(object.value)) continue
      if (object.value.startsWith(unnamed)) nodes.set(object.value, object)
    }
  }
}

function* incoming(nodes: readonly NamedNode[], { store }: SiteVersion): Generator<Quad> {
  let count = 0
  for (const node of nodes) {
    for (const quad of store.match(null, null, node, null)) {
      if (count >= INCOMING) return
      count += 1
      yield quad
    }
  }
}
